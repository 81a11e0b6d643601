/** Figures over time, in buckets of one length: what dashboards draw. */
@NullMarked
package io.concordat.messages.series;

import org.jspecify.annotations.NullMarked;
