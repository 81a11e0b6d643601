/** How observations are held against promises, and what is counted of it. */
@NullMarked
package io.concordat.observation.evaluation;

import org.jspecify.annotations.NullMarked;
