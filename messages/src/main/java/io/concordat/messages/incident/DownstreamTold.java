package io.concordat.messages.incident;

import io.concordat.messages.EventType;
import io.concordat.messages.Subject;
import java.time.Instant;
import java.util.List;

/**
 * Those downstream of the incident are told of it.
 *
 * @param readers the nearest first
 */
@EventType("incident.downstream-told")
public record DownstreamTold(
    IncidentId incident, List<DownstreamReader> readers, Instant toldAt, Subject toldBy)
    implements IncidentEvent {

  public DownstreamTold {
    readers = List.copyOf(readers);
  }

  @Override
  public String stream() {
    return incident.stream();
  }
}
