package io.concordat.council.proposal;

import io.concordat.council.proposal.ProposalState.Drafted;
import io.concordat.messages.Subject;
import io.concordat.messages.council.DraftProposal;
import io.concordat.messages.council.EditDraft;
import io.concordat.messages.council.OpenProposal;
import io.concordat.messages.council.ProposalDraftEdited;
import io.concordat.messages.council.ProposalDrafted;
import io.concordat.messages.council.ProposalEvent;
import io.concordat.messages.decision.Decision;
import io.concordat.messages.decision.DecisionContext;

/**
 * Decides about texts that are not proposed yet. What a draft says is not judged before it is
 * opened. Pure.
 */
final class DraftDecider {

  private DraftDecider() {}

  /** A first text. */
  static Decision<ProposalEvent> draft(
      DraftProposal command, CouncilFacts facts, DecisionContext context) {
    return facts
        .voice(context)
        .<Decision<ProposalEvent>>map(author ->
            Decision.accept(
                new ProposalDrafted(
                    command.proposal(),
                    author,
                    context.actor().subject(),
                    command.title(),
                    command.rationale(),
                    command.change(),
                    command.effectiveFrom(),
                    context.now())))
        .orElseGet(Refusals::noSeat);
  }

  /** Another text; the same one again changes nothing. The caller acts for the author. */
  static Decision<ProposalEvent> edit(Drafted draft, EditDraft command, DecisionContext context) {
    Subject writer = context.actor().subject();
    ProposalDraftEdited edited =
        new ProposalDraftEdited(
            command.proposal(),
            writer,
            command.title(),
            command.rationale(),
            command.change(),
            command.effectiveFrom(),
            context.now());
    return Draft.of(edited).equals(draft.text()) ? Decision.nothingToDo() : Decision.accept(edited);
  }

  /** The command that would open the draft's text without a draft. */
  static OpenProposal opening(Drafted draft) {
    Draft text = draft.text();
    return new OpenProposal(
        draft.proposal().id(), text.title(), text.rationale(), text.change(), text.effectiveFrom());
  }
}
