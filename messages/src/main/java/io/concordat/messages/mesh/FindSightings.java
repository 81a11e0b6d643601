package io.concordat.messages.mesh;

import io.concordat.messages.Query;
import java.util.List;
import java.util.Set;

/** Asks when consumers were seen to read; latest first. Unknown ids are left out. */
public record FindSightings(Set<ConsumerId> consumers) implements Query<List<SightingView>> {}
