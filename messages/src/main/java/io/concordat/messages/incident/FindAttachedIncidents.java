package io.concordat.messages.incident;

import io.concordat.messages.Query;
import java.util.List;
import java.util.Set;

/** Asks for the incidents that are attached to some others, the oldest first. */
public record FindAttachedIncidents(Set<IncidentId> roots) implements Query<List<IncidentView>> {

  public FindAttachedIncidents {
    roots = Set.copyOf(roots);
  }
}
