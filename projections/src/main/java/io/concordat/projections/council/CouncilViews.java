package io.concordat.projections.council;

import io.concordat.messages.ProcessingGroups;
import io.concordat.messages.council.CouncilEvent;
import io.concordat.messages.council.CouncilFounded;
import io.concordat.messages.council.CouncilRulesChanged;
import io.concordat.messages.council.DelegationRevoked;
import io.concordat.messages.council.RepresentativeAppointed;
import io.concordat.messages.council.SeatDelegated;
import io.concordat.messages.council.SeatVacated;
import io.concordat.messages.policy.PolicySetChanged;
import io.concordat.messages.policy.PolicySetEvent;
import io.concordat.messages.policy.PolicySetFounded;
import io.concordat.projections.batch.BatchWriter;
import io.concordat.projections.document.DocumentChange;
import io.concordat.projections.document.DocumentStore;
import io.concordat.readstore.document.Times;
import io.concordat.readstore.document.Values;
import io.concordat.readstore.document.Views;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.bson.Document;

/**
 * The council's seats, and the policy sets. The first set is kept in full, each later one as the
 * change that made it; reading puts them together.
 */
@ProcessingGroup(ProcessingGroups.GOVERNANCE_VIEWS)
public final class CouncilViews {

  /** Key of the one council there is. */
  private static final String MESH = "mesh";

  private final BatchWriter<DocumentChange> writer;
  private final DocumentStore store;

  /** Views that are written by the group's writer. */
  public CouncilViews(BatchWriter<DocumentChange> writer, DocumentStore store) {
    this.writer = writer;
    this.store = store;
  }

  @EventHandler
  void on(CouncilEvent event, @SequenceNumber long sequence) {
    writer.add(List.of(change(event, sequence)));
  }

  @EventHandler
  void on(PolicySetEvent event, @SequenceNumber long sequence) {
    writer.add(List.of(change(event, sequence)));
  }

  @ResetHandler
  void reset() {
    store.empty(List.of(Views.COUNCIL, Views.POLICY_SETS));
  }

  static DocumentChange change(CouncilEvent event, long sequence) {
    DocumentChange council = DocumentChange.of(Views.COUNCIL, MESH, event.stream(), sequence);
    return switch (event) {
      case CouncilFounded founded ->
          council
              .fact("rules", Values.document(founded.rules()))
              .fact("foundedAt", Times.text(founded.foundedAt()));
      case CouncilRulesChanged changed ->
          council.fact(
              "ruleChanges." + sequence,
              new Document("rules", Values.document(changed.rules()))
                  .append("proposal", changed.proposal().toString())
                  .append("from", Times.text(changed.effectiveFrom())));
      case RepresentativeAppointed appointed ->
          council
              .standing(
                  "seats." + appointed.domain(),
                  new Document("representative", appointed.representative().value())
                      .append("appointedAt", Times.text(appointed.appointedAt())))
              .standing("delegations." + appointed.domain(), new Document());
      case SeatDelegated delegated ->
          council.standing(
              "delegations." + delegated.domain(),
              new Document("delegate", delegated.delegate().value())
                  .append("from", Times.text(delegated.from()))
                  .append("until", Times.text(delegated.until())));
      case DelegationRevoked revoked ->
          council.standing("delegations." + revoked.domain(), new Document());
      case SeatVacated vacated ->
          council
              .standing("seats." + vacated.domain(), new Document())
              .standing("delegations." + vacated.domain(), new Document())
              .fact(
                  "vacated." + vacated.domain() + "." + sequence,
                  new Document("at", Times.text(vacated.vacatedAt())));
    };
  }

  static DocumentChange change(PolicySetEvent event, long sequence) {
    return switch (event) {
      case PolicySetFounded founded ->
          DocumentChange.of(Views.POLICY_SETS, 1, founded.stream(), sequence)
              .fact("effectiveFrom", Times.text(founded.effectiveFrom()))
              .fact("policies", founded.policies().stream().map(Values::document).toList())
              .fact(
                  "semanticTypes", founded.semanticTypes().stream().map(Values::document).toList())
              .fact("parameters", founded.parameters().stream().map(Values::document).toList());
      case PolicySetChanged changed ->
          DocumentChange.of(Views.POLICY_SETS, changed.number(), changed.stream(), sequence)
              .fact("effectiveFrom", Times.text(changed.effectiveFrom()))
              .fact("proposal", changed.proposal().toString())
              .fact("change", Values.document(changed.change()));
    };
  }
}
