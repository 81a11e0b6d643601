package io.concordat.messages.mesh;

import io.concordat.messages.Query;
import java.util.List;
import java.util.Set;

/** Asks for consumers by id; unknown ids are left out. */
public record FindConsumers(Set<ConsumerId> ids) implements Query<List<ConsumerView>> {}
