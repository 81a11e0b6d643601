/** Answers about contracts, as they are and as they were. */
@NullMarked
package io.concordat.queryside.contract;

import org.jspecify.annotations.NullMarked;
