package io.concordat.notification;

import io.concordat.messages.council.VotersReminded;
import io.concordat.messages.incident.IncidentSeverity;
import java.util.List;

/** What is told of ballots: medium, high on the last day. */
public final class ProposalNotices {

  private ProposalNotices() {}

  /** Some domains have not voted: one notice for each, in their order. */
  public static List<Notice> of(VotersReminded reminded) {
    boolean isLast = reminded.daysBefore() <= 1;
    return reminded.domains().stream()
        .map(domain ->
            new Notice(
                NoticeKind.PROPOSAL_VOTE_MISSING,
                reminded.proposal().toString(),
                domain,
                null,
                null,
                null,
                isLast ? IncidentSeverity.HIGH : IncidentSeverity.MEDIUM,
                "The ballot on proposal %s closes on %s, in %d day%s, and its vote is missing."
                    .formatted(
                        reminded.proposal(),
                        reminded.closesAt(),
                        reminded.daysBefore(),
                        isLast ? "" : "s"),
                null,
                reminded.remindedAt(),
                List.of()))
        .toList();
  }
}
