package io.concordat.messages.policy;

import io.concordat.messages.Query;
import java.util.List;
import java.util.Set;

/** Asks for policy sets by number; unknown numbers are left out. */
public record FindPolicySets(Set<Integer> numbers) implements Query<List<PolicySetView>> {}
