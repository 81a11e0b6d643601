package io.concordat.command.migration;

import java.time.Instant;

/**
 * What became of a version that has a successor.
 *
 * @param successor the version that took over
 * @param supportedUntil until when the version is promised, extensions included, UTC
 * @param retired whether it is no longer served
 */
public record LeftVersion(String successor, Instant supportedUntil, boolean retired) {}
