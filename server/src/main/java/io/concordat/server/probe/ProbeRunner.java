package io.concordat.server.probe;

import io.concordat.graphql.gateway.ProbeDesk.Probe;
import io.concordat.server.gateway.ProbeOutcomes;
import io.concordat.server.probe.ProbeStore.Due;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Looks at what is due. Each look has a thread of its own and a bounded time. One that goes on
 * beyond its time has failed; it holds its place on this node until it ends, so that what hangs
 * cannot grow in number, and other nodes go on.
 */
@Component
class ProbeRunner implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(ProbeRunner.class);

  /** What ends by its own time limit may take so much longer until it is given up. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final ProbeStore store;
  private final ProbeEyes eyes;
  private final ProbeOutcomes outcomes;
  private final ProbeSettings settings;
  private final Clock clock;
  private final Semaphore places;
  private final Set<String> looking = ConcurrentHashMap.newKeySet();
  private final ExecutorService waiting = Executors.newVirtualThreadPerTaskExecutor();
  private final ExecutorService looks =
      Executors.newThreadPerTaskExecutor(
          Thread.ofPlatform().daemon().name("probe-look-", 0).factory());
  private final Thread thread = Thread.ofPlatform().daemon().name("probes").unstarted(this::work);
  private volatile boolean open = true;

  ProbeRunner(
      ProbeStore store,
      ProbeEyes eyes,
      ProbeOutcomes outcomes,
      ProbeSettings settings,
      Clock clock) {
    this.store = store;
    this.eyes = eyes;
    this.outcomes = outcomes;
    this.settings = settings;
    this.clock = clock;
    this.places = new Semaphore(settings.atATime());
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    if (thread.getState() == Thread.State.NEW) {
      thread.start();
    }
  }

  private void work() {
    while (open) {
      try {
        int free = places.availablePermits();
        if (free > 0) {
          for (Due due : store.take(now(), free)) {
            places.acquire();
            waiting.execute(() -> look(due));
          }
        }
        Thread.sleep(settings.pause());
      } catch (DataAccessException failed) {
        if (open) {
          LOG.warn("Probes wait: {}", failed.getMessage());
        }
        pauseAfterFailure();
      } catch (InterruptedException stopped) {
        return;
      }
    }
  }

  private void pauseAfterFailure() {
    try {
      Thread.sleep(settings.pause().multipliedBy(5));
    } catch (InterruptedException stopped) {
      open = false;
    }
  }

  private void look(Due due) {
    Probe probe = due.probe();
    String key = probe.contract() + " " + probe.name();
    Instant at = now();
    if (!looking.add(key)) {
      places.release();
      tell(due, at, Look.failed("the look before has not ended yet"));
      return;
    }
    Future<Look> seen =
        looks.submit(() -> {
          try {
            return eyes.look(probe);
          } finally {
            looking.remove(key);
            places.release();
          }
        });
    Look look;
    try {
      long most = Duration.ofSeconds(probe.timeoutSeconds()).plus(GRACE).toMillis();
      look = seen.get(most, TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      look = Look.failed("there was no answer in time");
    } catch (ExecutionException failed) {
      LOG.warn("The probe {} cannot look", key, failed.getCause());
      look = Look.failed("the probe cannot look");
    } catch (InterruptedException stopped) {
      return;
    }
    tell(due, at, look);
  }

  private void tell(Due due, Instant at, Look look) {
    try {
      store.looked(due.probe(), at, look);
      String apart = outcomes.take(ProbeLine.of(due.probe(), due.due(), at, look));
      if (apart != null) {
        store.looked(due.probe(), at, look.notCounted(apart));
      }
    } catch (RuntimeException lost) {
      LOG.warn(
          "What the probe {} of {} saw is lost: {}",
          due.probe().name(),
          due.probe().contract(),
          lost.getMessage());
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  @Override
  public void destroy() throws InterruptedException {
    open = false;
    thread.interrupt();
    if (thread.isAlive()) {
      thread.join(Duration.ofSeconds(5));
    }
    waiting.shutdownNow();
    looks.shutdownNow();
  }
}
