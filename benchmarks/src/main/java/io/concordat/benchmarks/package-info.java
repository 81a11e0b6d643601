/** Load programs with their baselines; {@code docs/performance.md} says how each is run. */
@NullMarked
package io.concordat.benchmarks;

import org.jspecify.annotations.NullMarked;
