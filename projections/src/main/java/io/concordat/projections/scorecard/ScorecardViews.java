package io.concordat.projections.scorecard;

import io.concordat.messages.ProcessingGroups;
import io.concordat.messages.scorecard.DomainEscalated;
import io.concordat.messages.scorecard.ScorecardEvent;
import io.concordat.messages.scorecard.ScorecardPublished;
import io.concordat.projections.batch.BatchWriter;
import io.concordat.projections.document.DocumentChange;
import io.concordat.projections.document.DocumentStore;
import io.concordat.readstore.document.Values;
import io.concordat.readstore.document.Views;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;

/** Closed months, one document each, as they were announced. */
@ProcessingGroup(ProcessingGroups.RELIABILITY_VIEWS)
public final class ScorecardViews {

  private final BatchWriter<DocumentChange> writer;
  private final DocumentStore store;

  /** Views that are written by the group's writer. */
  public ScorecardViews(BatchWriter<DocumentChange> writer, DocumentStore store) {
    this.writer = writer;
    this.store = store;
  }

  @EventHandler
  void on(ScorecardEvent event) {
    writer.add(changes(event));
  }

  @ResetHandler
  void reset() {
    store.empty(List.of(Views.SCORECARDS));
  }

  /** An escalation is told by the row that it follows from. */
  static List<DocumentChange> changes(ScorecardEvent event) {
    return switch (event) {
      case ScorecardPublished published ->
          List.of(
              DocumentChange.ofFacts(Views.SCORECARDS, published.month().toString())
                  .fact(Views.PUBLISHED, Values.text(published)));
      case DomainEscalated _ -> List.of();
    };
  }
}
