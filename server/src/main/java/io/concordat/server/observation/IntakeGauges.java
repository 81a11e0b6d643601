package io.concordat.server.observation;

import io.concordat.eventstore.StoreUnavailable;
import io.concordat.graphql.gateway.IntakeDesk;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * How far the fold of observations is behind, and how much room this node has for more. Gauges show
 * what was measured last; while PostgreSQL cannot be asked, those of the fold show no number.
 */
@Component
class IntakeGauges implements IntakeDesk {

  private final ObservationIntake intake;
  private final ObservationLog log;
  private final ObservationFollower follower;
  private final Outbox outbox;
  private final ObservationSettings settings;
  private final IntakeCounters counters;
  private final Clock clock;
  private volatile @Nullable Intake latest;

  IntakeGauges(
      ObservationIntake intake,
      ObservationLog log,
      ObservationFollower follower,
      Outbox outbox,
      ObservationSettings settings,
      IntakeCounters counters,
      Clock clock,
      MeterRegistry registry) {
    this.intake = intake;
    this.log = log;
    this.follower = follower;
    this.outbox = outbox;
    this.settings = settings;
    this.counters = counters;
    this.clock = clock;
    gauge(registry, "lag", "rows of the log that are not folded", Intake::lag);
    gauge(registry, "lag.seconds", "age of the oldest row not folded", Intake::lagSeconds);
    gauge(registry, "unsent", "turns and hours that are not sent on", Intake::unsent);
    gauge(registry, "given.up", "of these, given up", Intake::givenUp);
    Gauge.builder("concordat.observations.waiting", log, ObservationLog::waiting)
        .description("batches that wait to be stored on this node")
        .register(registry);
    Gauge.builder("concordat.observations.waiting.most", settings::maxWaiting)
        .description("more batches are answered with 429")
        .register(registry);
    Gauge.builder("concordat.observations.in.flight.bytes", intake, ObservationIntake::inFlight)
        .description("memory for bodies that are read or wait to be stored on this node")
        .register(registry);
    Gauge.builder(
            "concordat.observations.in.flight.most.bytes", () -> settings.maxInFlight().toBytes())
        .description("more is answered with 429")
        .register(registry);
  }

  private void gauge(
      MeterRegistry registry, String name, String description, ToDoubleFunction<Intake> value) {
    Gauge.builder("concordat.observations." + name, this, gauges -> gauges.shown(value))
        .description(description)
        .register(registry);
  }

  private double shown(ToDoubleFunction<Intake> value) {
    Intake intake = latest;
    return intake == null ? Double.NaN : value.applyAsDouble(intake);
  }

  @Scheduled(fixedDelayString = "PT5S")
  void measure() {
    try {
      latest = now();
    } catch (StoreUnavailable unknown) {
      latest = null;
    }
  }

  @Override
  public Intake now() {
    try {
      long folded = follower.foldedTo();
      Instant oldest = log.acceptedAfter(folded);
      long lag = Math.max(0, log.head() - folded);
      return new Intake(
          lag,
          lag == 0 || oldest == null
              ? 0
              : Math.max(0, Duration.between(oldest, clock.instant()).toMillis() / 1e3),
          outbox.unsent(),
          outbox.givenUp(),
          log.waiting(),
          settings.maxWaiting(),
          intake.inFlight(),
          settings.maxInFlight().toBytes(),
          counters.overloaded());
    } catch (SQLException gone) {
      throw new StoreUnavailable("How far observations are folded cannot be read", gone);
    }
  }
}
