/** Read models of closed months. */
@NullMarked
package io.concordat.projections.scorecard;

import org.jspecify.annotations.NullMarked;
