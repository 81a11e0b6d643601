package io.concordat.council.proposal;

import io.concordat.messages.Subject;
import io.concordat.messages.council.ProposalDraftEdited;
import io.concordat.messages.council.ProposalDrafted;
import io.concordat.messages.council.ProposalId;
import io.concordat.messages.council.ProposalOpened;
import io.concordat.messages.council.ProposalRevised;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.policy.ProposedChange;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is proposed, as decisions need it.
 *
 * @param author the domain that proposes
 * @param change what would change
 * @param effectiveFrom from when an adopted change is in force, null for at once
 * @param round of this text, from 1; every revision begins a round
 * @param lastObjections domains whose objections stood when the proposal was last sent back, sorted
 * @param writers who wrote the text, in any round
 */
record Proposal(
    ProposalId id,
    DomainId author,
    ProposedChange change,
    @Nullable Instant effectiveFrom,
    int round,
    List<DomainId> lastObjections,
    Set<Subject> writers) {

  Proposal {
    writers = Set.copyOf(writers);
  }

  static Proposal of(ProposalOpened event) {
    return new Proposal(
        event.proposal(),
        event.author(),
        event.change(),
        event.effectiveFrom(),
        1,
        List.of(),
        Set.of(event.openedBy()));
  }

  static Proposal of(ProposalDrafted event) {
    return new Proposal(
        event.proposal(),
        event.author(),
        event.change(),
        event.effectiveFrom(),
        1,
        List.of(),
        Set.of(event.draftedBy()));
  }

  /** The draft with another text. */
  Proposal edited(ProposalDraftEdited event) {
    return new Proposal(
        id, author, event.change(), event.effectiveFrom(), 1, List.of(), with(event.editedBy()));
  }

  /** The draft, opened. */
  Proposal opened(ProposalOpened event) {
    return new Proposal(
        id,
        event.author(),
        event.change(),
        event.effectiveFrom(),
        1,
        List.of(),
        with(event.openedBy()));
  }

  Proposal revised(ProposalRevised event) {
    return new Proposal(
        id,
        author,
        event.change(),
        effectiveFrom,
        event.round(),
        lastObjections,
        with(event.revisedBy()));
  }

  Proposal objectedTo(List<DomainId> objections) {
    return new Proposal(id, author, change, effectiveFrom, round, objections, writers);
  }

  private Set<Subject> with(Subject writer) {
    Set<Subject> all = new HashSet<>(writers);
    all.add(writer);
    return all;
  }
}
