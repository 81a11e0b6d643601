package io.concordat.command.consumer;

import io.concordat.command.Authority;
import io.concordat.command.consumer.ConsumerState.Registered;
import io.concordat.command.consumer.ConsumerState.Unregistered;
import io.concordat.messages.decision.Decision;
import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.mesh.ConsumerCommand;
import io.concordat.messages.mesh.ConsumerEvent;
import io.concordat.messages.mesh.ConsumerRegistered;
import io.concordat.messages.mesh.RegisterConsumer;
import java.util.Set;

/** The rules of consumers. */
final class ConsumerDecider {

  private ConsumerDecider() {}

  /** The answer to a command in a state. */
  static Decision<ConsumerEvent> decide(
      ConsumerState state, ConsumerCommand command, DecisionContext context, ConsumerFacts facts) {
    return switch (command) {
      case RegisterConsumer register -> register(state, register, context, facts);
    };
  }

  /** The state after an event. */
  static ConsumerState evolve(ConsumerState state, ConsumerEvent event) {
    return switch (event) {
      case ConsumerRegistered registered ->
          new Registered(
              registered.name(),
              registered.kind(),
              registered.purpose(),
              Set.copyOf(registered.reads()));
    };
  }

  private static Decision<ConsumerEvent> register(
      ConsumerState state, RegisterConsumer command, DecisionContext context, ConsumerFacts facts) {
    if (!Authority.REGISTER_CONSUMER.permits(context.actor())) {
      return Authority.REGISTER_CONSUMER.refuse();
    }
    Registered wanted =
        new Registered(
            command.name(), command.kind(), command.purpose(), Set.copyOf(command.reads()));
    return switch (state) {
      case Unregistered() when !facts.domainExists() ->
          Decision.reject(
              RejectionCode.DOMAIN_NOT_FOUND,
              "No domain " + command.consumer().domain() + " is registered; register it first.");
      case Unregistered() when !facts.unpublished().isEmpty() ->
          Decision.reject(
              RejectionCode.CONTRACT_NOT_FOUND,
              "No version has been published of " + facts.unpublishedNames() + ".");
      case Unregistered() ->
          Decision.accept(
              new ConsumerRegistered(
                  command.consumer(),
                  command.name(),
                  command.kind(),
                  command.purpose(),
                  command.reads(),
                  context.actor().subject(),
                  context.now()));
      case Registered registered when registered.equals(wanted) -> Decision.nothingToDo();
      case Registered registered ->
          Decision.reject(
              RejectionCode.CONSUMER_EXISTS,
              "The consumer "
                  + command.consumer()
                  + " is registered already, as '"
                  + registered.name()
                  + "' with other facts.");
    };
  }
}
