package io.concordat.messages.contract;

import io.concordat.messages.Subject;
import io.concordat.messages.policy.Verdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A submitted version as it is read, without its document.
 *
 * @param sequence sequence number of the event in the contract's stream that submitted it;
 *     identifies the submission
 * @param version as the document gives it; {@code unreadable} where it could not be read
 * @param publishedAt when it was published or rejected, UTC
 * @param publishedBy who submitted it
 * @param supportedUntil UTC; null where it is not deprecated
 * @param retiredAt UTC; null where it is not retired
 * @param changes what is different from the latest release before it, worst first; empty for a
 *     first version and a rejected one
 * @param outline null for a rejected one
 * @param assessment the latest by rules that came after it; null where there is none
 */
public record ContractVersionView(
    ContractId contract,
    long sequence,
    String version,
    ContractVersionStatus status,
    String digest,
    Instant publishedAt,
    Subject publishedBy,
    @Nullable Instant deprecatedAt,
    @Nullable Instant supportedUntil,
    @Nullable Instant retiredAt,
    Verdict verdict,
    List<ContractChange> changes,
    @Nullable ContractOutline outline,
    @Nullable AssessmentView assessment) {

  public ContractVersionView {
    changes = List.copyOf(changes);
  }

  /** How it stands to the rules; null where nobody serves it. */
  public @Nullable Conformance conformance() {
    if (!status.isServed()) {
      return null;
    }
    if (assessment != null && assessment.blocked()) {
      return Conformance.DRIFTING;
    }
    return waivers().isEmpty() ? Conformance.CONFORMING : Conformance.WAIVED;
  }

  /** Ids of the waivers under which the latest word on it does not block, sorted. */
  public List<String> waivers() {
    return assessment != null ? assessment.waivers() : verdict.waivers();
  }
}
