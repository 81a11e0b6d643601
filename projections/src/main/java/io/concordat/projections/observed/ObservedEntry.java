package io.concordat.projections.observed;

import io.concordat.messages.observed.LineageStatement;
import org.jspecify.annotations.Nullable;

/**
 * A place in the log, with what stands there.
 *
 * @param position larger than those of all entries before it
 * @param statement null where there is nothing to take from it
 */
public record ObservedEntry(long position, @Nullable LineageStatement statement) {}
