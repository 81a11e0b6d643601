package io.concordat.messages.incident;

import io.concordat.messages.Shape;
import java.util.List;

/**
 * Tells those downstream of an incident, once in its life. Of one that was told already, is
 * attached to another (whose readers they are as well), or is resolved, it changes nothing.
 *
 * <p>Emits {@code incident.downstream-told}; rejects with {@code INCIDENT_NOT_FOUND}, {@code
 * NOT_ALLOWED}.
 *
 * @param readers the nearest first; 1 to {@value #MOST}
 */
public record TellDownstream(IncidentId incident, List<DownstreamReader> readers)
    implements IncidentCommand {

  /** More readers than these are not named in one event. */
  public static final int MOST = 1_000;

  public TellDownstream {
    readers = List.copyOf(readers);
    Shape.between("readers", readers.size(), 1, MOST);
  }

  @Override
  public String stream() {
    return incident.stream();
  }
}
