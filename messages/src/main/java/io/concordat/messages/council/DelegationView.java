package io.concordat.messages.council;

import io.concordat.messages.Subject;
import java.time.Instant;

/**
 * A delegation as it is read; it lasts from {@code from} until before {@code until}, UTC, and may
 * not have begun.
 */
public record DelegationView(Subject delegate, Instant from, Instant until) {}
