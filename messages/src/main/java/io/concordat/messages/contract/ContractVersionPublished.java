package io.concordat.messages.contract;

import io.concordat.messages.EventType;
import io.concordat.messages.Subject;
import io.concordat.messages.policy.Verdict;
import java.time.Instant;

/**
 * A version passed the gate: it is in force and discoverable.
 *
 * @param version semantic version such as {@code 1.4.0}
 * @param document as submitted, to the character
 * @param digest SHA-256 of the document's UTF-8 bytes, lower case hex
 * @param outline read from the document
 * @param verdict passed; may hold warnings
 * @param publishedAt UTC
 * @param publishedBy the caller
 */
@EventType("contract.version-published")
public record ContractVersionPublished(
    ContractId contract,
    String version,
    String document,
    String digest,
    ContractOutline outline,
    Verdict verdict,
    Instant publishedAt,
    Subject publishedBy)
    implements ContractEvent {

  @Override
  public String stream() {
    return contract.stream();
  }
}
