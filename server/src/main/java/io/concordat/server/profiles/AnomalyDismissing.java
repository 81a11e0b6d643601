package io.concordat.server.profiles;

import io.concordat.messages.incident.IncidentResolved;
import io.concordat.messages.incident.ResolutionCause;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** Dismisses what an incident was about, where it was resolved as a false alarm. */
@Component
@DisallowReplay
@ProcessingGroup(AnomalyDismissing.GROUP)
class AnomalyDismissing {

  /** Permanent name of the processing group. */
  static final String GROUP = "anomalies";

  private final AnomalyStore store;

  AnomalyDismissing(AnomalyStore store) {
    this.store = store;
  }

  @EventHandler
  void on(IncidentResolved event) {
    if (event.cause() == ResolutionCause.FALSE_ALARM) {
      store.dismiss(event.incident());
    }
  }
}
