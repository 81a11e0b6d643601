package io.concordat.messages.contract;

import io.concordat.messages.EventType;
import io.concordat.messages.Subject;
import io.concordat.messages.policy.Verdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A submitted version did not pass the gate: nothing shipped.
 *
 * @param version as the document gives it, null where it could not be read
 * @param document as submitted, to the character
 * @param digest SHA-256 of the document's UTF-8 bytes, lower case hex
 * @param verdict all violations
 * @param basis what the verdict rests on; null for submissions from before it was told
 * @param rejectedAt UTC
 * @param submittedBy the caller
 */
@EventType(value = "contract.version-rejected", revision = 2)
public record ContractVersionRejected(
    ContractId contract,
    @Nullable String version,
    String document,
    String digest,
    Verdict verdict,
    @Nullable VerdictBasis basis,
    Instant rejectedAt,
    Subject submittedBy)
    implements ContractEvent {

  @Override
  public String stream() {
    return contract.stream();
  }
}
