/** Error budgets: how much of a promise may fail in a month, and when it is spent too fast. */
@NullMarked
package io.concordat.observation.budget;

import org.jspecify.annotations.NullMarked;
