package io.concordat.contract.gate;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A contract that exists.
 *
 * @param id of the contract
 * @param version that is current; null where it is not known
 * @param digest SHA-256 of that version's document, lower-case hex; null where it is not known
 * @param document of that version, asked at most once and only where a policy names {@code
 *     upstreamContracts}; gives empty where the document is not at hand
 */
public record UpstreamContract(
    String id,
    @Nullable String version,
    @Nullable String digest,
    Supplier<Optional<String>> document) {

  /** A contract of which nothing but its being there is known. */
  static UpstreamContract unread(String id) {
    return new UpstreamContract(id, null, null, Optional::empty);
  }
}
