package io.concordat.eventstore.command;

import io.concordat.eventstore.append.Dispatch;
import io.concordat.messages.decision.Actor;
import io.concordat.messages.decision.DecisionContext;
import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.jspecify.annotations.Nullable;

/**
 * Gives command handlers their {@link DecisionContext}: the clock's instant, cut to milliseconds so
 * that every store keeps it as it is, and the actor of the command. A command that another handler
 * sent is asked by the actor of the first.
 */
final class DecisionContextResolver implements ParameterResolverFactory {

  private final Clock clock;

  DecisionContextResolver(Clock clock) {
    this.clock = clock;
  }

  @Override
  public @Nullable ParameterResolver<?> createInstance(
      Executable executable, Parameter[] parameters, int index) {
    return DecisionContext.class.equals(parameters[index].getType()) ? new Resolver() : null;
  }

  private final class Resolver implements ParameterResolver<DecisionContext> {

    @Override
    public DecisionContext resolveParameterValue(Message<?> message) {
      Object actor = message.getMetaData().get(CommandMetadata.ACTOR);
      return new DecisionContext(
          clock.instant().truncatedTo(ChronoUnit.MILLIS),
          actor instanceof Actor given ? given : dispatchingActor());
    }

    private static Actor dispatchingActor() {
      return Dispatch.current()
          .map(Dispatch::actor)
          .orElseThrow(() -> new IllegalStateException("A command came without an actor"));
    }

    @Override
    public boolean matches(Message<?> message) {
      return message instanceof CommandMessage;
    }
  }
}
