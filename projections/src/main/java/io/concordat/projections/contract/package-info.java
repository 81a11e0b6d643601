/** Read models of contracts, their submissions and documents. */
@NullMarked
package io.concordat.projections.contract;

import org.jspecify.annotations.NullMarked;
