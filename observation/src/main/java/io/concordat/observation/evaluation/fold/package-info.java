/** The log of observations, folded: what is counted, where commitments stand, and what turns. */
@NullMarked
package io.concordat.observation.evaluation.fold;

import org.jspecify.annotations.NullMarked;
