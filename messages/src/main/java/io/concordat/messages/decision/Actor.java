package io.concordat.messages.decision;

import io.concordat.messages.Subject;
import java.util.Set;

/**
 * Who asks: taken from the verified token, never from an argument.
 *
 * @param subject the person or machine
 * @param roles what the identity provider grants; see {@link Role}
 */
public record Actor(Subject subject, Set<Role> roles) {

  /** The service itself, for what the clock brings about. */
  public static final Actor SYSTEM = new Actor(new Subject("concordat"), Set.of(Role.SYSTEM));

  public Actor {
    roles = Set.copyOf(roles);
  }

  /** Whether the actor holds the role. */
  public boolean has(Role role) {
    return roles.contains(role);
  }
}
