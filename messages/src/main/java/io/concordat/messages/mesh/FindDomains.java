package io.concordat.messages.mesh;

import io.concordat.messages.Query;
import java.util.List;
import java.util.Set;

/** Asks for domains by id; unknown ids are left out. */
public record FindDomains(Set<DomainId> ids) implements Query<List<DomainView>> {}
