/** The gate: one document held against one policy set. */
@NullMarked
package io.concordat.contract.gate;

import org.jspecify.annotations.NullMarked;
