package io.concordat.messages.council;

import io.concordat.messages.Shape;
import io.concordat.messages.policy.ProposedChange;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Proposes a change to the policy set or to the council's rules, for discussion. The caller's
 * domain is the author.
 *
 * <p>Emits {@code proposal.opened}; rejects with {@code NO_SEAT}, {@code POLICY_DOES_NOT_COMPILE},
 * {@code POLICY_EXISTS}, {@code POLICY_NOT_FOUND}, {@code PROPOSAL_EXISTS}.
 *
 * @param title one line, at most 200 characters
 * @param rationale why, Markdown, at most 20,000 characters
 * @param effectiveFrom from when an adopted change is in force, UTC; null for at once
 */
public record OpenProposal(
    ProposalId proposal,
    String title,
    String rationale,
    ProposedChange change,
    @Nullable Instant effectiveFrom)
    implements ProposalCommand {

  public OpenProposal {
    Shape.line("title", title, 200);
    Shape.text("rationale", rationale, 20_000);
  }

  @Override
  public String stream() {
    return proposal.stream();
  }
}
