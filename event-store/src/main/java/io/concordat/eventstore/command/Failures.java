package io.concordat.eventstore.command;

import io.concordat.eventstore.StoreUnavailable;
import io.concordat.eventstore.append.KeyAlreadyUsed;
import io.concordat.eventstore.append.SqlFailures;
import io.concordat.eventstore.append.VersionMismatch;
import io.concordat.messages.decision.CommandRejected;
import io.concordat.messages.decision.Rejection;
import io.concordat.messages.decision.RejectionCode;
import java.util.Locale;
import java.util.Optional;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/** Turns what the framework throws into what callers are promised. */
final class Failures {

  private Failures() {}

  static Exception told(Exception failure, String stream) {
    return switch (failure) {
      case VersionMismatch stale ->
          new CommandRejected(new Rejection(RejectionCode.STALE_VERSION, stale.getMessage() + "."));
      case KeyAlreadyUsed gone ->
          new StoreUnavailable("The first answer to this idempotency key is not there yet", gone);
      case AggregateNotFoundException missing ->
          named(stream, "_NOT_FOUND", "There is no " + stream + ".").orElse(missing);
      case AggregateStreamCreationException exists ->
          named(stream, "_EXISTS", stream + " exists already.").orElse(exists);
      case ConcurrencyException race ->
          new CommandRejected(
              new Rejection(
                  RejectionCode.STALE_VERSION,
                  stream + " is being changed by others; read it again and retry."));
      default ->
          SqlFailures.isUnavailable(failure)
              ? new StoreUnavailable("The event store cannot be reached", failure)
              : failure;
    };
  }

  static CommandRejected stale(String stream, long expected, long actual) {
    return new CommandRejected(
        new Rejection(
            RejectionCode.STALE_VERSION,
            "%s is at version %d, not at %d as the caller saw it."
                .formatted(stream, actual, expected)));
  }

  /** The catalogue's code after the type in front of the stream's colon, where it has one. */
  private static Optional<Exception> named(String stream, String suffix, String detail) {
    String type =
        stream
            .substring(0, Math.max(0, stream.indexOf(':')))
            .replace('-', '_')
            .toUpperCase(Locale.ROOT);
    for (RejectionCode code : RejectionCode.values()) {
      if (code.name().equals(type + suffix)) {
        return Optional.of(new CommandRejected(new Rejection(code, detail)));
      }
    }
    return Optional.empty();
  }
}
