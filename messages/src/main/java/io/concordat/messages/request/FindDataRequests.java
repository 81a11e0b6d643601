package io.concordat.messages.request;

import io.concordat.messages.Query;
import java.util.List;
import java.util.Set;

/** Asks for data requests by id; unknown ids are left out. */
public record FindDataRequests(Set<DataRequestId> ids) implements Query<List<DataRequestView>> {}
