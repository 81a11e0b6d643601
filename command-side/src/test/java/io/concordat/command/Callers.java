package io.concordat.command;

import io.concordat.messages.Subject;
import io.concordat.messages.decision.Actor;
import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.decision.Role;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;

/** Who asks, at a fixed moment. */
public final class Callers {

  /** The moment of every decision that does not say otherwise. */
  public static final Instant NOW = Instant.parse("2026-11-22T10:15:30Z");

  /** Answers for {@link FakeMesh#SETTLEMENTS}. */
  public static final Subject OWNER = new Subject("owner-settlements");

  private Callers() {}

  /** A caller whose subject is its role's name. */
  public static DecisionContext as(Role role) {
    return as(role.name().toLowerCase(Locale.ROOT), role);
  }

  /** A caller with one role. */
  public static DecisionContext as(String subject, Role role) {
    return new DecisionContext(NOW, new Actor(new Subject(subject), Set.of(role)));
  }

  /** The person who answers for {@link FakeMesh#SETTLEMENTS}. */
  public static DecisionContext owner() {
    return as(OWNER.value(), Role.PRODUCT_OWNER);
  }

  /** The same caller at another moment. */
  public static DecisionContext at(Instant now, DecisionContext context) {
    return new DecisionContext(now, context.actor());
  }
}
