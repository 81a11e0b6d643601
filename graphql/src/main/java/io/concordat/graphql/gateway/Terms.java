package io.concordat.graphql.gateway;

import org.jspecify.annotations.Nullable;

/**
 * Under which terms a command is to be carried out.
 *
 * @param idempotencyKey chosen by the caller, null where none was given
 * @param requestDigest SHA-256 over the request, lower case hex; tells a repeated request from
 *     another one under the same key
 * @param expectedRevision number of events that the object must have behind it, null where it does
 *     not matter
 */
public record Terms(
    @Nullable String idempotencyKey, String requestDigest, @Nullable Long expectedRevision) {}
