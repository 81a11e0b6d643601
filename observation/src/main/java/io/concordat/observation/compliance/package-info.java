/** What products kept of their promises, counted per window of a month. */
@NullMarked
package io.concordat.observation.compliance;

import org.jspecify.annotations.NullMarked;
