package io.concordat.server.wiring;

import io.concordat.command.PolicySetInForce;
import io.concordat.contract.policy.CompiledPolicySet;
import io.concordat.council.policyset.PolicySetState;
import io.concordat.council.policyset.PolicySets;
import io.concordat.eventstore.stream.FoldedStream;
import io.concordat.eventstore.stream.FoldedStreams;
import io.concordat.messages.policy.PolicySet;
import io.concordat.messages.policy.PolicySetEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Policy sets from their event stream, never late: the publication after an adoption is judged by
 * the new set.
 */
@Component
class PolicyStreams implements PolicySets, PolicySetInForce {

  private static final int COMPILED_MOST = 8;

  private final FoldedStream<PolicySetState> sets;
  private final Map<Integer, CompiledPolicySet> compiled = new ConcurrentHashMap<>();

  PolicyStreams(FoldedStreams streams) {
    this.sets =
        streams.of(
            PolicySetEvent.STREAM,
            PolicySetState.EMPTY,
            (state, event) -> state.evolve((PolicySetEvent) event),
            Duration.ZERO);
  }

  @Override
  public PolicySetState current() {
    return sets.get();
  }

  @Override
  public CompiledPolicySet at(Instant instant) {
    PolicySet set =
        current()
            .at(instant)
            .orElseThrow(() ->
                new IllegalStateException("no policy set is in force: the council is not founded"));
    CompiledPolicySet known = compiled.get(set.number());
    if (known != null) {
      return known;
    }
    forgetOldest();
    return compiled.computeIfAbsent(set.number(), _ -> CompiledPolicySet.compile(set));
  }

  private void forgetOldest() {
    List<Integer> kept = compiled.keySet().stream().sorted().toList();
    for (int index = 0; index <= kept.size() - COMPILED_MOST; index++) {
      compiled.remove(kept.get(index));
    }
  }
}
