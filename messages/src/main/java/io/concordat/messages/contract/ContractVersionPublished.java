package io.concordat.messages.contract;

import io.concordat.messages.EventType;
import io.concordat.messages.Subject;
import io.concordat.messages.policy.Verdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version passed the gate: it is in force and discoverable.
 *
 * @param version semantic version such as {@code 1.4.0}
 * @param document as submitted, to the character
 * @param digest SHA-256 of the document's UTF-8 bytes, lower case hex
 * @param outline read from the document
 * @param verdict passed; may hold warnings and waived violations
 * @param basis what the verdict rests on; null for versions that were published before it was told
 * @param changes what is different from the latest release before it, worst first; empty for the
 *     first version, and for versions that were published before changes were told
 * @param publishedAt UTC
 * @param publishedBy the caller
 */
@EventType(value = "contract.version-published", revision = 4)
public record ContractVersionPublished(
    ContractId contract,
    String version,
    String document,
    String digest,
    ContractOutline outline,
    Verdict verdict,
    @Nullable VerdictBasis basis,
    List<ContractChange> changes,
    Instant publishedAt,
    Subject publishedBy)
    implements ContractEvent {

  public ContractVersionPublished {
    changes = List.copyOf(changes);
  }

  @Override
  public String stream() {
    return contract.stream();
  }
}
