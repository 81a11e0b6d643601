package io.concordat.server.observation;

import io.concordat.eventstore.StoreUnavailable;
import io.concordat.eventstore.command.CommandOptions;
import io.concordat.eventstore.command.Commands;
import io.concordat.messages.Command;
import io.concordat.messages.anomaly.DetectAnomaly;
import io.concordat.messages.compliance.RecordCompliance;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.decision.Actor;
import io.concordat.messages.decision.CommandRejected;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.incident.IncidentId;
import io.concordat.messages.incident.IncidentSeverity;
import io.concordat.messages.incident.OpenIncident;
import io.concordat.messages.incident.ReopenIncident;
import io.concordat.messages.incident.ResolutionCause;
import io.concordat.messages.incident.ResolveIncident;
import io.concordat.observation.evaluation.fold.Told.Turned;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends what the outbox holds as commands of the service itself. What is sent a second time changes
 * nothing, since its key is the command's, and the incident that it goes to is stored before.
 */
@Component
class OutboxSender {

  private static final Logger LOG = LoggerFactory.getLogger(OutboxSender.class);
  private static final int AT_ONCE = 20;

  private final Outbox outbox;
  private final Commands commands;
  private final JsonMapper json;

  /** Entries of before turns had parts have none. */
  private final ObjectReader turns;

  OutboxSender(Outbox outbox, Commands commands, JsonMapper json) {
    this.outbox = outbox;
    this.commands = commands;
    this.json = json;
    this.turns =
        json.readerFor(Turned.class).without(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
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
      if (entry.lane() == Outbox.HOURS) {
        CommandRejected no = refusal(json.readValue(entry.body(), RecordCompliance.class), entry);
        outbox.done(entry, told(entry, no));
      } else if (entry.lane() == Outbox.ANOMALIES) {
        CommandRejected no = refusal(json.readValue(entry.body(), DetectAnomaly.class), entry);
        outbox.done(entry, told(entry, no));
      } else {
        Turned turn = turns.readValue(entry.body());
        if (turn.breached()) {
          broken(entry, turn);
        } else {
          mended(entry, turn);
        }
      }
    } catch (StoreUnavailable unavailable) {
      throw unavailable;
    } catch (RuntimeException failed) {
      LOG.error("{} cannot be sent", entry.key(), failed);
      outbox.failed(entry, failed.toString());
    }
  }

  /** The latest incident of the commitment is reopened, or one opens where that is refused. */
  private void broken(Outbox.Entry entry, Turned turn) throws SQLException {
    UUID aim = outbox.aim(entry, turn.incident());
    if (!aim.equals(turn.incident())) {
      CommandRejected no = refusal(new ReopenIncident(new IncidentId(aim), turn.why()), entry);
      if (no == null) {
        outbox.done(entry, aim, true, null);
        return;
      }
      LOG.info("{} opens an incident of its own: {}", entry.key(), no.getMessage());
      outbox.aimElsewhere(entry, turn.incident());
    }
    CommandRejected no = refusal(opening(turn), entry);
    outbox.done(entry, turn.incident(), true, told(entry, no));
  }

  private void mended(Outbox.Entry entry, Turned turn) throws SQLException {
    UUID aim = outbox.aim(entry, turn.incident());
    CommandRejected no =
        refusal(
            new ResolveIncident(new IncidentId(aim), ResolutionCause.RECOVERED, turn.why()), entry);
    outbox.done(entry, aim, false, told(entry, no));
  }

  private static @Nullable String told(Outbox.Entry entry, @Nullable CommandRejected no) {
    if (no == null) {
      return null;
    }
    LOG.info("{} was refused: {}", entry.key(), no.getMessage());
    return no.getMessage();
  }

  /** Why the domain does not want it; null where it was stored. Anything else is thrown. */
  private @Nullable CommandRejected refusal(Command command, Outbox.Entry entry) {
    try {
      commands
          .send(command, Actor.SYSTEM, CommandOptions.NONE.withIdempotencyKey(key(entry)))
          .join();
      return null;
    } catch (CompletionException failed) {
      return switch (failed.getCause()) {
        case StoreUnavailable unavailable -> throw unavailable;
        case CommandRejected no when no.rejection().code() != RejectionCode.STALE_VERSION -> no;
        case null, default -> throw failed;
      };
    }
  }

  private static String key(Outbox.Entry entry) {
    return "observation:" + UUID.nameUUIDFromBytes(entry.key().getBytes(StandardCharsets.UTF_8));
  }

  private static OpenIncident opening(Turned turn) {
    ContractId contract = new ContractId(turn.contract());
    return new OpenIncident(
        new IncidentId(turn.incident()),
        contract.product(),
        contract,
        turn.commitment(),
        turn.severity() == null ? IncidentSeverity.MEDIUM : turn.severity(),
        turn.why(),
        turn.since() == null ? null : Instant.ofEpochMilli(turn.since()));
  }
}
