package io.concordat.graphql.gateway;

import java.util.Optional;

/** Knows which failures mean that a store cannot be reached at present. */
@FunctionalInterface
public interface FaultClassifier {

  /**
   * Name of the store that cannot be reached, such as {@code MongoDB}; empty where the failure says
   * something else.
   */
  Optional<String> unreachableStore(Throwable failure);
}
