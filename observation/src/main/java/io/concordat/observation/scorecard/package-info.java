/** Closes months and announces their ranking. */
@NullMarked
package io.concordat.observation.scorecard;

import org.jspecify.annotations.NullMarked;
