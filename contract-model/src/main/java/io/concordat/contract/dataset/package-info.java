/** How lineage events name the data that a contract promises. */
@NullMarked
package io.concordat.contract.dataset;

import org.jspecify.annotations.NullMarked;
