package io.concordat.messages.council;

import io.concordat.messages.Shape;
import io.concordat.messages.policy.ProposedChange;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Saves another text of a draft. The same text a second time changes nothing.
 *
 * <p>Emits {@code proposal.draft-edited}; rejects with {@code PROPOSAL_NOT_FOUND}, {@code
 * NOT_THE_AUTHOR}, {@code PROPOSAL_NOT_A_DRAFT}.
 *
 * @param title one line, at most 200 characters
 * @param rationale why, Markdown, at most 20,000 characters
 * @param effectiveFrom from when an adopted change is in force, UTC; null for at once
 */
public record EditDraft(
    ProposalId proposal,
    String title,
    String rationale,
    ProposedChange change,
    @Nullable Instant effectiveFrom)
    implements ProposalCommand {

  public EditDraft {
    Shape.line("title", title, 200);
    Shape.text("rationale", rationale, 20_000);
  }

  @Override
  public String stream() {
    return proposal.stream();
  }
}
