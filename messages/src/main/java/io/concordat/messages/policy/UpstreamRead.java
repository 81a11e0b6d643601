package io.concordat.messages.policy;

import org.jspecify.annotations.Nullable;

/**
 * What the gate knew of a contract that a document declares upstream.
 *
 * @param contract id as the document writes it
 * @param version that was current; null where the contract was not known then
 * @param digest SHA-256 of that version's document, lower-case hex; null where the contract was not
 *     known then
 */
public record UpstreamRead(String contract, @Nullable String version, @Nullable String digest) {}
