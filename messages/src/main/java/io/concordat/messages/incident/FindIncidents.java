package io.concordat.messages.incident;

import io.concordat.messages.Query;
import java.util.List;
import java.util.Set;

/** Asks for incidents by id; unknown ids are left out. */
public record FindIncidents(Set<IncidentId> ids) implements Query<List<IncidentView>> {}
