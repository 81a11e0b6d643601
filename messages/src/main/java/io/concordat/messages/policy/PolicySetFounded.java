package io.concordat.messages.policy;

import io.concordat.messages.EventType;
import java.time.Instant;
import java.util.List;

/** The first policy set, number 1, with which a mesh starts. */
@EventType("policy-set.founded")
public record PolicySetFounded(
    List<Policy> policies, List<SemanticType> semanticTypes, Instant effectiveFrom)
    implements PolicySetEvent {

  public PolicySetFounded {
    policies = List.copyOf(policies);
    semanticTypes = List.copyOf(semanticTypes);
  }
}
