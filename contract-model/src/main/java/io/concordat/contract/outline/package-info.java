/** The parts of a contract that others link and search by. */
@NullMarked
package io.concordat.contract.outline;

import org.jspecify.annotations.NullMarked;
