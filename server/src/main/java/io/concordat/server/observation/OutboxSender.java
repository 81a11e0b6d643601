package io.concordat.server.observation;

import io.concordat.eventstore.StoreUnavailable;
import io.concordat.eventstore.command.CommandOptions;
import io.concordat.eventstore.command.Commands;
import io.concordat.messages.Command;
import io.concordat.messages.compliance.RecordCompliance;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.decision.Actor;
import io.concordat.messages.decision.CommandRejected;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.incident.IncidentId;
import io.concordat.messages.incident.IncidentSeverity;
import io.concordat.messages.incident.OpenIncident;
import io.concordat.messages.incident.ResolutionCause;
import io.concordat.messages.incident.ResolveIncident;
import io.concordat.observation.evaluation.fold.Told.Turned;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends what the outbox holds as commands of the service itself. What is sent a second time changes
 * nothing, since its key is the command's.
 */
@Component
class OutboxSender {

  private static final Logger LOG = LoggerFactory.getLogger(OutboxSender.class);
  private static final int AT_ONCE = 20;

  private final Outbox outbox;
  private final Commands commands;
  private final JsonMapper json;

  OutboxSender(Outbox outbox, Commands commands, JsonMapper json) {
    this.outbox = outbox;
    this.commands = commands;
    this.json = json;
  }

  /**
   * Sends some of what waits.
   *
   * @return whether there was anything
   * @throws StoreUnavailable where the event store cannot be reached; it is to be tried again
   */
  boolean sendSome() throws SQLException {
    List<Outbox.Entry> waiting = outbox.waiting(AT_ONCE);
    for (Outbox.Entry entry : waiting) {
      send(entry);
    }
    return !waiting.isEmpty();
  }

  private void send(Outbox.Entry entry) throws SQLException {
    try {
      Command command = command(entry);
      commands
          .send(command, Actor.SYSTEM, CommandOptions.NONE.withIdempotencyKey(key(entry)))
          .join();
      outbox.done(entry.key(), null);
    } catch (CompletionException failed) {
      Throwable cause = failed.getCause();
      switch (cause) {
        case StoreUnavailable unavailable -> throw unavailable;
        case CommandRejected no when no.rejection().code() == RejectionCode.STALE_VERSION ->
            outbox.failed(entry.key(), String.valueOf(no.getMessage()));
        case CommandRejected no -> {
          LOG.info("{} was refused: {}", entry.key(), no.getMessage());
          outbox.done(entry.key(), String.valueOf(no.getMessage()));
        }
        case null, default -> failed(entry, failed);
      }
    } catch (RuntimeException failed) {
      failed(entry, failed);
    }
  }

  private void failed(Outbox.Entry entry, RuntimeException failed) throws SQLException {
    LOG.error("{} cannot be sent", entry.key(), failed);
    outbox.failed(entry.key(), failed.toString());
  }

  private static String key(Outbox.Entry entry) {
    return "observation:" + UUID.nameUUIDFromBytes(entry.key().getBytes(StandardCharsets.UTF_8));
  }

  private Command command(Outbox.Entry entry) {
    return entry.lane() == Outbox.HOURS
        ? json.readValue(entry.body(), RecordCompliance.class)
        : command(json.readValue(entry.body(), Turned.class));
  }

  private static Command command(Turned turn) {
    IncidentId incident = new IncidentId(turn.incident());
    if (!turn.breached()) {
      return new ResolveIncident(incident, ResolutionCause.FIXED, turn.why());
    }
    ContractId contract = new ContractId(turn.contract());
    return new OpenIncident(
        incident,
        contract.product(),
        contract,
        turn.commitment(),
        IncidentSeverity.MEDIUM,
        turn.why());
  }
}
