package io.concordat.command.migration;

import io.concordat.messages.migration.AffectedElements;
import java.time.Instant;

/**
 * What became of a version that has a successor.
 *
 * @param successor the version that took over
 * @param affected what the successor breaks
 * @param supportedUntil until when the version is promised, extensions included, UTC
 * @param retired whether it is no longer served
 */
public record Succession(
    String successor, AffectedElements affected, Instant supportedUntil, boolean retired) {}
