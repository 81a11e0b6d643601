package io.concordat.server.observation;

import io.concordat.observation.budget.Burn;
import io.concordat.observation.budget.BurnSpeed;
import io.concordat.observation.budget.BurnSpeed.Window;
import io.concordat.observation.evaluation.fold.ObservationFold.TallyKey;
import io.concordat.server.observation.BudgetCounts.Counted;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Looks at all error budgets every while, and tells of those that begin or cease to burn. Every
 * node has the clock; one at a time looks. A burn is stored before it is told, and is told until
 * that is noted.
 */
@Component
class BurnWatch implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(BurnWatch.class);

  /** Any number, the same on all nodes. */
  private static final long LOCK = 0x62_75_64_67_65_74L;

  private static final Window NOTHING = new Window(0, 0);

  private final DataSource postgres;
  private final PromiseRegistry registry;
  private final List<BurnListener> listeners;
  private final ObservationSettings settings;
  private final Clock clock;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("error-budgets").factory());

  BurnWatch(
      DataSource postgres,
      PromiseRegistry registry,
      List<BurnListener> listeners,
      ObservationSettings settings,
      Clock clock) {
    this.postgres = postgres;
    this.registry = registry;
    this.listeners = listeners;
    this.settings = settings;
    this.clock = clock;
  }

  private record Key(TallyKey commitment, BurnSpeed speed) {}

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    long every = settings.burns().toMillis();
    var unused = thread.scheduleWithFixedDelay(this::run, every, every, TimeUnit.MILLISECONDS);
  }

  @Override
  public void destroy() {
    thread.shutdownNow();
  }

  private void run() {
    try {
      look();
    } catch (SQLException | RuntimeException failed) {
      LOG.warn("Error budgets were not looked at: {}", failed.toString());
    }
  }

  private void look() throws SQLException {
    registry.catchUp();
    try (Connection connection = postgres.getConnection()) {
      connection.setAutoCommit(false);
      try {
        if (alone(connection)) {
          Instant now = clock.instant();
          decide(connection, registry.objectives(null), now);
          BudgetCounts.forget(connection, now);
        }
        connection.commit();
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
      for (Burn burn : BurnStore.untold(connection)) {
        listeners.forEach(listener -> listener.told(burn));
        BurnStore.told(connection, burn);
      }
    }
  }

  private static boolean alone(Connection connection) throws SQLException {
    try (PreparedStatement lock =
        connection.prepareStatement("select pg_try_advisory_xact_lock(?)")) {
      lock.setLong(1, LOCK);
      try (ResultSet row = lock.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  private static void decide(Connection connection, Map<TallyKey, Double> objectives, Instant now)
      throws SQLException {
    Map<Key, Burn> open = new HashMap<>();
    for (Burn burn : BurnStore.open(connection)) {
      TallyKey commitment = new TallyKey(burn.product(), burn.commitment());
      open.put(new Key(commitment, burn.speed()), burn);
      if (!objectives.containsKey(commitment)) {
        BurnStore.end(connection, burn, now);
      }
    }
    Map<BurnSpeed, Map<TallyKey, Counted>> counted = new EnumMap<>(BurnSpeed.class);
    for (BurnSpeed speed : BurnSpeed.values()) {
      counted.put(speed, BudgetCounts.windows(connection, objectives.keySet(), speed, now));
    }
    for (Map.Entry<TallyKey, Double> each : objectives.entrySet()) {
      for (BurnSpeed speed : BurnSpeed.values()) {
        Counted found = Objects.requireNonNull(counted.get(speed)).get(each.getKey());
        Burn before = open.get(new Key(each.getKey(), speed));
        decide(connection, each.getKey(), each.getValue(), speed, found, before, now);
      }
    }
  }

  private static void decide(
      Connection connection,
      TallyKey commitment,
      double objective,
      BurnSpeed speed,
      @Nullable Counted counted,
      @Nullable Burn before,
      Instant now)
      throws SQLException {
    Window all = counted == null ? NOTHING : counted.all();
    Window lately = counted == null ? NOTHING : counted.lately();
    boolean burns = speed.burns(objective, all, lately, before != null);
    if (burns && before == null) {
      BurnStore.begin(
          connection,
          new Burn(
              UUID.randomUUID(),
              commitment.product(),
              commitment.commitment(),
              speed,
              objective,
              BurnSpeed.rate(objective, all.checks(), all.failed()),
              now,
              null));
    } else if (!burns && before != null) {
      BurnStore.end(connection, before, now);
    }
  }
}
