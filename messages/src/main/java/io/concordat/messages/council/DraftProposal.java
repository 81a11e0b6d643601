package io.concordat.messages.council;

import io.concordat.messages.Shape;
import io.concordat.messages.policy.ProposedChange;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Saves a text that is not proposed yet. Only the author's domain sees it; what it says is looked
 * at when it is opened. The caller's domain is the author.
 *
 * <p>Emits {@code proposal.drafted}; rejects with {@code NO_SEAT}, {@code PROPOSAL_EXISTS}.
 *
 * @param title one line, at most 200 characters
 * @param rationale why, Markdown, at most 20,000 characters
 * @param effectiveFrom from when an adopted change is in force, UTC; null for at once
 */
public record DraftProposal(
    ProposalId proposal,
    String title,
    String rationale,
    ProposedChange change,
    @Nullable Instant effectiveFrom)
    implements ProposalCommand {

  public DraftProposal {
    Shape.line("title", title, 200);
    Shape.text("rationale", rationale, 20_000);
  }

  @Override
  public String stream() {
    return proposal.stream();
  }
}
