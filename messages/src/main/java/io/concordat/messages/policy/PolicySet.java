package io.concordat.messages.policy;

import java.time.Instant;
import java.util.List;

/**
 * The rules in force from a moment on, numbered without gaps from 1.
 *
 * @param number from 1
 * @param effectiveFrom from when it is in force, UTC
 * @param policies sorted by id
 * @param semanticTypes sorted by name
 */
public record PolicySet(
    int number, Instant effectiveFrom, List<Policy> policies, List<SemanticType> semanticTypes) {

  public PolicySet {
    policies = List.copyOf(policies);
    semanticTypes = List.copyOf(semanticTypes);
  }
}
