package io.concordat.projections.council;

import io.concordat.messages.ProcessingGroups;
import io.concordat.messages.council.CommentEdited;
import io.concordat.messages.council.ProposalAdopted;
import io.concordat.messages.council.ProposalCommented;
import io.concordat.messages.council.ProposalDraftEdited;
import io.concordat.messages.council.ProposalDrafted;
import io.concordat.messages.council.ProposalEvent;
import io.concordat.messages.council.ProposalLapsed;
import io.concordat.messages.council.ProposalOpened;
import io.concordat.messages.council.ProposalRevised;
import io.concordat.messages.council.ProposalSentBack;
import io.concordat.messages.council.ProposalStatus;
import io.concordat.messages.council.ProposalWithdrawn;
import io.concordat.messages.council.RoundOutcome;
import io.concordat.messages.council.VoteCast;
import io.concordat.messages.council.VotersReminded;
import io.concordat.messages.council.VotingStarted;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.policy.ProposedChange;
import io.concordat.projections.batch.BatchWriter;
import io.concordat.projections.document.DocumentChange;
import io.concordat.projections.document.DocumentStore;
import io.concordat.readstore.document.Times;
import io.concordat.readstore.document.Values;
import io.concordat.readstore.document.Views;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Proposals, one document each. A round's text, its ballot and each vote have their own key, and so
 * has each end, so that a proposal that was sent back and then withdrawn still tells how its round
 * ended. Which votes stand is read from them in order.
 */
@ProcessingGroup(ProcessingGroups.GOVERNANCE_VIEWS)
public final class ProposalViews {

  private final BatchWriter<DocumentChange> writer;
  private final DocumentStore store;

  /** Views that are written by the group's writer. */
  public ProposalViews(BatchWriter<DocumentChange> writer, DocumentStore store) {
    this.writer = writer;
    this.store = store;
  }

  @EventHandler
  void on(ProposalEvent event, @SequenceNumber long sequence) {
    writer.add(changes(event, sequence));
  }

  @ResetHandler
  void reset() {
    store.empty(List.of(Views.PROPOSALS, Views.COMMENTS));
  }

  static List<DocumentChange> changes(ProposalEvent event, long sequence) {
    List<DocumentChange> changes = new ArrayList<>();
    changes.add(change(event, sequence));
    CommentViews.change(event, sequence).ifPresent(changes::add);
    return changes;
  }

  private static DocumentChange change(ProposalEvent event, long sequence) {
    return switch (event) {
      case ProposalDrafted drafted -> drafted(drafted, sequence);
      case ProposalDraftEdited edited ->
          proposal(edited.proposal().toString(), edited, sequence)
              .standing(
                  Views.DRAFT,
                  draft(
                      edited.title(), edited.rationale(), edited.change(), edited.effectiveFrom()));
      case ProposalCommented added -> proposal(added.proposal().toString(), added, sequence);
      case CommentEdited edited -> proposal(edited.proposal().toString(), edited, sequence);
      case ProposalOpened opened -> opened(opened, sequence);
      case ProposalRevised revised ->
          proposal(revised.proposal().toString(), revised, sequence)
              .fact(
                  "rounds." + revised.round() + ".text",
                  text(revised.title(), revised.rationale(), revised.change(), revised.addressed()))
              .standing(Views.STATE, state(ProposalStatus.DISCUSSION, revised.round()));
      case VotingStarted started ->
          proposal(started.proposal().toString(), started, sequence)
              .fact(
                  "rounds." + started.round() + ".ballot",
                  new Document("startedAt", Times.text(started.startedAt()))
                      .append("closesAt", Times.text(started.closesAt())))
              .standing(Views.STATE, state(ProposalStatus.VOTING, started.round()));
      case VoteCast cast ->
          proposal(cast.proposal().toString(), cast, sequence)
              .fact("votes." + sequence, vote(cast));
      case VotersReminded reminded ->
          proposal(reminded.proposal().toString(), reminded, sequence)
              .fact("reminders." + sequence, Values.document(reminded));
      case ProposalSentBack back ->
          ended(
              proposal(back.proposal().toString(), back, sequence),
              back.round(),
              sequence,
              RoundOutcome.SENT_BACK,
              ProposalStatus.SENT_BACK,
              back.sentBackAt());
      case ProposalAdopted adopted ->
          ended(
                  proposal(adopted.proposal().toString(), adopted, sequence),
                  adopted.round(),
                  sequence,
                  RoundOutcome.ADOPTED,
                  ProposalStatus.ADOPTED,
                  adopted.adoptedAt())
              .fact("policySet", adopted.policySet());
      case ProposalLapsed lapsed ->
          ended(
              proposal(lapsed.proposal().toString(), lapsed, sequence),
              lapsed.round(),
              sequence,
              RoundOutcome.LAPSED,
              ProposalStatus.LAPSED,
              lapsed.lapsedAt());
      case ProposalWithdrawn withdrawn ->
          ended(
              proposal(withdrawn.proposal().toString(), withdrawn, sequence),
              withdrawn.round(),
              sequence,
              RoundOutcome.WITHDRAWN,
              ProposalStatus.WITHDRAWN,
              withdrawn.withdrawnAt());
    };
  }

  private static DocumentChange drafted(ProposalDrafted drafted, long sequence) {
    String id = drafted.proposal().toString();
    String draftedAt = Times.text(drafted.draftedAt());
    return proposal(id, drafted, sequence)
        .fact("author", drafted.author().value())
        .fact("draftedBy", drafted.draftedBy().value())
        .fact("draftedAt", draftedAt)
        .latest(Views.ORDER, Views.order(draftedAt, id))
        .standing(
            Views.DRAFT,
            draft(drafted.title(), drafted.rationale(), drafted.change(), drafted.effectiveFrom()))
        .standing(Views.STATE, state(ProposalStatus.DRAFT, 1));
  }

  private static Document draft(
      String title, String rationale, ProposedChange change, @Nullable Instant effectiveFrom) {
    return new Document("text", text(title, rationale, change, List.of()))
        .append("effectiveFrom", effectiveFrom == null ? null : Times.text(effectiveFrom));
  }

  private static DocumentChange opened(ProposalOpened opened, long sequence) {
    String id = opened.proposal().toString();
    String openedAt = Times.text(opened.openedAt());
    return proposal(id, opened, sequence)
        .fact("author", opened.author().value())
        .fact("openedBy", opened.openedBy().value())
        .fact("openedAt", openedAt)
        .latest(Views.ORDER, Views.order(openedAt, id))
        .fact(
            "effectiveFrom",
            opened.effectiveFrom() == null ? null : Times.text(opened.effectiveFrom()))
        .fact("rounds.1.text", text(opened.title(), opened.rationale(), opened.change(), List.of()))
        .standing(Views.STATE, state(ProposalStatus.DISCUSSION, 1));
  }

  private static DocumentChange proposal(String id, ProposalEvent event, long sequence) {
    return DocumentChange.of(Views.PROPOSALS, id, event.stream(), sequence);
  }

  private static DocumentChange ended(
      DocumentChange change,
      int round,
      long sequence,
      RoundOutcome outcome,
      ProposalStatus status,
      Instant at) {
    return change
        .fact(
            "rounds." + round + ".ends." + sequence,
            new Document("outcome", outcome.name()).append("at", Times.text(at)))
        .standing(Views.STATE, state(status, round));
  }

  private static Document state(ProposalStatus status, int round) {
    return new Document(Views.STATUS, status.name()).append("round", round);
  }

  private static Document text(
      String title, String rationale, ProposedChange change, List<DomainId> addressed) {
    return new Document("title", title)
        .append("rationale", rationale)
        .append("change", Values.document(change))
        .append("addressed", addressed.stream().map(DomainId::value).toList());
  }

  private static Document vote(VoteCast cast) {
    return new Document("round", cast.round())
        .append(Views.DOMAIN, cast.domain().value())
        .append("voter", cast.voter().value())
        .append("choice", cast.choice().name())
        .append("reason", cast.reason())
        .append("requestedChange", cast.requestedChange())
        .append("castAt", Times.text(cast.castAt()));
  }
}
