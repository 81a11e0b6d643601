package io.concordat.command.domain;

import io.concordat.messages.Subject;
import org.jspecify.annotations.Nullable;

/** What a decision about a domain depends on. */
sealed interface DomainState {

  /** Before its first event. */
  record Unregistered() implements DomainState {}

  /**
   * Part of the mesh.
   *
   * @param director null where unknown
   */
  record Registered(String name, String description, @Nullable Subject director)
      implements DomainState {}
}
