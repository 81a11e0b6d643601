package io.concordat.server.profiles;

import static java.util.Comparator.comparing;

import io.concordat.graphql.gateway.MaintenanceDesk;
import io.concordat.messages.anomaly.AnomalyFigures;
import io.concordat.messages.anomaly.DetectAnomaly;
import io.concordat.messages.incident.IncidentSeverity;
import io.concordat.messages.mesh.ProductId;
import io.concordat.profile.FieldSketch;
import io.concordat.profile.anomaly.Anomaly;
import io.concordat.profile.anomaly.AnomalyKind;
import io.concordat.server.observation.AnomalyOutbox;
import io.concordat.server.profiles.AnomalyStore.Job;
import io.concordat.server.profiles.AnomalyStore.Known;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Judges windows, each in one transaction: what is unusual is kept, its event and what it means to
 * an incident are put into the outbox, and the window is crossed off. So a crash, or a second node,
 * neither loses nor doubles it.
 */
@Component
@EnableConfigurationProperties(AnomalySettings.class)
class AnomalyJudge {

  private static final Logger LOG = LoggerFactory.getLogger(AnomalyJudge.class);

  private final ProfileStore profiles;
  private final AnomalyStore store;
  private final AnomalyOutbox outbox;
  private final MaintenanceDesk maintenance;
  private final AnomalySettings settings;
  private final TransactionTemplate transaction;
  private final Clock clock;

  AnomalyJudge(
      ProfileStore profiles,
      AnomalyStore store,
      AnomalyOutbox outbox,
      MaintenanceDesk maintenance,
      AnomalySettings settings,
      TransactionTemplate transaction,
      Clock clock) {
    this.profiles = profiles;
    this.store = store;
    this.outbox = outbox;
    this.maintenance = maintenance;
    this.settings = settings;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** A window that could not be judged. */
  private static final class Unjudged extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Job job;

    Unjudged(Job job, RuntimeException why) {
      super(why);
      this.job = job;
    }
  }

  /**
   * Judges one window.
   *
   * @return whether there was any
   * @throws DataAccessException where the store cannot be asked
   */
  boolean judgeNext() {
    try {
      return Boolean.TRUE.equals(transaction.execute(_ -> judge()));
    } catch (Unjudged failed) {
      Job job = failed.job;
      LOG.error("A window of {} {} cannot be judged", job.contract(), job.field(), failed);
      store.later(job, clock.instant());
      return true;
    }
  }

  private boolean judge() {
    Instant now = clock.instant();
    Optional<Job> job = store.next(now);
    job.ifPresent(next -> {
      try {
        store.alone(next);
        judge(next, now);
        store.done(next);
      } catch (DataAccessException gone) {
        throw gone;
      } catch (RuntimeException failed) {
        throw new Unjudged(next, failed);
      }
    });
    return job.isPresent();
  }

  private void judge(Job job, Instant now) {
    List<Known> known = store.ofField(job.contract(), job.field(), Instant.EPOCH);
    SequencedMap<Window, FieldSketch> windows =
        profiles.upTo(job.contract(), job.field(), job.window(), Judgement.BASELINE + 1);
    if (!windows.containsKey(job.window())) {
      return;
    }
    Judgement judgement = new Judgement(windows, AnomalyStore.dismissed(known));
    Map<AnomalyKind, Anomaly> found = new EnumMap<>(AnomalyKind.class);
    judgement.anomalies(job.window()).forEach(each -> found.put(each.kind(), each));
    boolean latest =
        now.isBefore(job.window().to().plus(settings.freshFor(job.window())))
            && !profiles.hasLater(job.contract(), job.field(), job.window())
            && !isWorkedOn(job.contract().product(), job.window());
    for (AnomalyKind kind : AnomalyKind.values()) {
      Anomaly anomaly = found.get(kind);
      List<Known> ofKind = known.stream().filter(each -> each.anomaly().kind() == kind).toList();
      Known before =
          ofKind.stream()
              .filter(each -> each.window().equals(job.window()))
              .findFirst()
              .orElse(null);
      if (anomaly != null) {
        unusual(job, anomaly, before, latest, now);
      } else {
        usual(job, kind, before, latest && isAnswer(job, ofKind));
      }
    }
  }

  /** Data of a maintenance window, or of a part of one, is held against nobody. */
  private boolean isWorkedOn(ProductId product, Window window) {
    return maintenance.of(product).stream()
        .anyMatch(planned ->
            planned.from().isBefore(window.to()) && planned.end().isAfter(window.from()));
  }

  private void unusual(
      Job job, Anomaly anomaly, @Nullable Known before, boolean latest, Instant now) {
    if (before != null && !before.state().equals("WITHDRAWN") && before.anomaly().equals(anomaly)) {
      return;
    }
    DetectAnomaly found =
        new DetectAnomaly(
            job.contract(),
            job.field(),
            job.window().from(),
            job.window().to(),
            kind(anomaly.kind()),
            new AnomalyFigures(
                anomaly.observed(), anomaly.expected(), anomaly.low(), anomaly.high()));
    outbox.detected(found);
    String turn =
        latest
            ? outbox.unusual(
                job.contract(),
                found.kind().commitment(job.field()),
                anomaly.distance() >= settings.medium()
                    ? IncidentSeverity.MEDIUM
                    : IncidentSeverity.LOW,
                AnomalyText.unusual(job.field(), job.window(), anomaly))
            : null;
    store.keep(found, turn, now);
  }

  private void usual(Job job, AnomalyKind kind, @Nullable Known before, boolean answers) {
    if (before != null && before.state().equals("DETECTED")) {
      store.withdraw(job, kind);
    }
    if (answers) {
      outbox.usual(
          job.contract(),
          kind(kind).commitment(job.field()),
          AnomalyText.usual(job.field(), job.window(), kind));
    }
  }

  /** Whether an incident heard of a window of the same length last. */
  private static boolean isAnswer(Job job, List<Known> ofKind) {
    return ofKind.stream()
        .filter(Known::told)
        .max(comparing(each -> each.window().to()))
        .filter(last -> last.window().length().equals(job.window().length()))
        .isPresent();
  }

  private static io.concordat.messages.anomaly.AnomalyKind kind(AnomalyKind kind) {
    return io.concordat.messages.anomaly.AnomalyKind.valueOf(kind.name());
  }
}
