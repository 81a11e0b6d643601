package io.concordat.command.domain;

import io.concordat.command.Authority;
import io.concordat.command.domain.DomainState.Registered;
import io.concordat.command.domain.DomainState.Unregistered;
import io.concordat.messages.decision.Decision;
import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.mesh.DomainCommand;
import io.concordat.messages.mesh.DomainEvent;
import io.concordat.messages.mesh.DomainRegistered;
import io.concordat.messages.mesh.RegisterDomain;

/** The rules of domains. */
final class DomainDecider {

  private DomainDecider() {}

  /** The answer to a command in a state. */
  static Decision<DomainEvent> decide(
      DomainState state, DomainCommand command, DecisionContext context) {
    return switch (command) {
      case RegisterDomain register -> register(state, register, context);
    };
  }

  /** The state after an event. */
  static DomainState evolve(DomainState state, DomainEvent event) {
    return switch (event) {
      case DomainRegistered registered ->
          new Registered(registered.name(), registered.description(), registered.director());
    };
  }

  private static Decision<DomainEvent> register(
      DomainState state, RegisterDomain command, DecisionContext context) {
    if (!Authority.REGISTER_DOMAIN.permits(context.actor())) {
      return Authority.REGISTER_DOMAIN.refuse();
    }
    Registered wanted = new Registered(command.name(), command.description(), command.director());
    return switch (state) {
      case Unregistered() ->
          Decision.accept(
              new DomainRegistered(
                  command.domain(),
                  command.name(),
                  command.description(),
                  command.director(),
                  context.now()));
      case Registered registered when registered.equals(wanted) -> Decision.nothingToDo();
      case Registered registered ->
          Decision.reject(
              RejectionCode.DOMAIN_EXISTS,
              "The domain "
                  + command.domain()
                  + " is registered already, as '"
                  + registered.name()
                  + "' with other facts.");
    };
  }
}
