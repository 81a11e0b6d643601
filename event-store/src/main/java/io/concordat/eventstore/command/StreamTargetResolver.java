package io.concordat.eventstore.command;

import io.concordat.messages.Command;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;

/**
 * Sends a command to the aggregate of its stream. The expected version is not checked here, but
 * when the events are stored, which covers commands that may create their stream as well.
 */
final class StreamTargetResolver implements CommandTargetResolver {

  @Override
  public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> message) {
    if (message.getPayload() instanceof Command command) {
      return new VersionedAggregateIdentifier(command.stream(), null);
    }
    throw new IllegalArgumentException(message.getPayloadType() + " is not a command of ours");
  }
}
