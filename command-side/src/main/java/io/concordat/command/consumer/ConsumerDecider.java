package io.concordat.command.consumer;

import io.concordat.command.Authority;
import io.concordat.command.consumer.ConsumerState.Facts;
import io.concordat.command.consumer.ConsumerState.Registered;
import io.concordat.command.consumer.ConsumerState.Retired;
import io.concordat.command.consumer.ConsumerState.Unregistered;
import io.concordat.messages.decision.Decision;
import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.mesh.ConsumerCommand;
import io.concordat.messages.mesh.ConsumerEvent;
import io.concordat.messages.mesh.ConsumerRegistered;
import io.concordat.messages.mesh.ConsumerRetired;
import io.concordat.messages.mesh.RegisterConsumer;
import io.concordat.messages.mesh.RetireConsumer;
import java.util.Set;

/** The rules of consumers. */
final class ConsumerDecider {

  private ConsumerDecider() {}

  /**
   * The answer to a command in a state.
   *
   * @param facts what other streams say; not looked at to retire
   */
  static Decision<ConsumerEvent> decide(
      ConsumerState state, ConsumerCommand command, DecisionContext context, ConsumerFacts facts) {
    return switch (command) {
      case RegisterConsumer register -> register(state, register, context, facts);
      case RetireConsumer retire -> retire(state, retire, context);
    };
  }

  /** The state after an event. */
  static ConsumerState evolve(ConsumerState state, ConsumerEvent event) {
    return switch (event) {
      case ConsumerRegistered registered ->
          new Registered(
              new Facts(
                  registered.name(),
                  registered.kind(),
                  registered.purpose(),
                  Set.copyOf(registered.reads()),
                  Set.copyOf(registered.jobs())),
              registered.registeredBy());
      case ConsumerRetired _ -> new Retired();
    };
  }

  private static Decision<ConsumerEvent> register(
      ConsumerState state, RegisterConsumer command, DecisionContext context, ConsumerFacts facts) {
    if (!Authority.REGISTER_CONSUMER.permits(context.actor())) {
      return Authority.REGISTER_CONSUMER.refuse();
    }
    Facts wanted =
        new Facts(
            command.name(),
            command.kind(),
            command.purpose(),
            Set.copyOf(command.reads()),
            Set.copyOf(command.jobs()));
    return switch (state) {
      case Registered registered when registered.facts().equals(wanted) -> Decision.nothingToDo();
      case Registered registered when !mayChange(registered, context) ->
          Decision.reject(
              RejectionCode.CONSUMER_EXISTS,
              "The consumer "
                  + command.consumer()
                  + " was registered by somebody else, as '"
                  + registered.facts().name()
                  + "' with other facts.");
      case Unregistered() when !facts.domainExists() ->
          Decision.reject(
              RejectionCode.DOMAIN_NOT_FOUND,
              "No domain " + command.consumer().domain() + " is registered; register it first.");
      case Unregistered _, Registered _, Retired _ when !facts.unpublished().isEmpty() ->
          Decision.reject(
              RejectionCode.CONTRACT_NOT_FOUND,
              "No version has been published of " + facts.unpublishedNames() + ".");
      case Unregistered _, Registered _, Retired _ ->
          Decision.accept(
              new ConsumerRegistered(
                  command.consumer(),
                  command.name(),
                  command.kind(),
                  command.purpose(),
                  command.reads(),
                  context.actor().subject(),
                  context.now(),
                  command.jobs()));
    };
  }

  private static Decision<ConsumerEvent> retire(
      ConsumerState state, RetireConsumer command, DecisionContext context) {
    return switch (state) {
      case Unregistered() ->
          Decision.reject(
              RejectionCode.CONSUMER_NOT_FOUND,
              "No consumer " + command.consumer() + " is registered.");
      case Retired() -> Decision.nothingToDo();
      case Registered registered ->
          mayChange(registered, context)
              ? Decision.accept(
                  new ConsumerRetired(
                      command.consumer(),
                      command.reason(),
                      context.actor().subject(),
                      context.now()))
              : Authority.CHANGE_CONSUMER.refuse();
    };
  }

  private static boolean mayChange(Registered registered, DecisionContext context) {
    return Authority.CHANGE_CONSUMER.permits(context.actor(), Set.of(registered.registeredBy()));
  }
}
