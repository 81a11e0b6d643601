package io.concordat.eventstore.append;

/**
 * What makes a repeated command known again.
 *
 * @param key {@code subject:key}
 * @param requestDigest SHA-256 of what was asked, lower case hex
 */
public record IdempotencyMark(String key, String requestDigest) {}
