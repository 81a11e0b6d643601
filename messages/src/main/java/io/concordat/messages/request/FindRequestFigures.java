package io.concordat.messages.request;

import io.concordat.messages.Query;
import io.concordat.messages.mesh.DomainId;
import java.util.Map;
import java.util.Set;

/** Asks what became of the requests to domains; every domain that is asked about is answered. */
public record FindRequestFigures(Set<DomainId> domains)
    implements Query<Map<DomainId, RequestFiguresView>> {}
