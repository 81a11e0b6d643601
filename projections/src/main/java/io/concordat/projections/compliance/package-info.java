/** Read models of what products kept of their promises. */
@NullMarked
package io.concordat.projections.compliance;

import org.jspecify.annotations.NullMarked;
