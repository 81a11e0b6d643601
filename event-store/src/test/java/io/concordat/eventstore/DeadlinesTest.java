package io.concordat.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.concordat.eventstore.deadline.DeadlineHandler;
import io.concordat.eventstore.deadline.Deadlines;
import io.concordat.localstack.TestEngines;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;

class DeadlinesTest {

  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final List<String> RUN = new CopyOnWriteArrayList<>();
  private static final AtomicReference<Duration> SHIFT = new AtomicReference<>(Duration.ZERO);

  private static House one;
  private static House two;

  static class Handlers {

    @Bean
    Clock clock() {
      InstantSource shifted = () -> Instant.now().plus(SHIFT.get());
      return new Clock() {
        @Override
        public Instant instant() {
          return shifted.instant();
        }

        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }
      };
    }

    @Bean
    DeadlineHandler handler() {
      return new DeadlineHandler() {
        @Override
        public String taskName() {
          return "close-it";
        }

        @Override
        public void handle(String id) {
          if (id.equals("fails-once") && !RUN.contains("fails-once")) {
            RUN.add(id);
            throw new IllegalStateException("not yet");
          }
          if (id.equals("fails-till-told") && !RUN.contains("told")) {
            throw new IllegalStateException("not told yet");
          }
          RUN.add(id);
        }
      };
    }
  }

  @BeforeAll
  static void open() {
    String url = TestEngines.postgres();
    String[] quick = {
      "concordat.event-store.deadlines.poll-interval=200ms",
      "concordat.event-store.deadlines.retry=500ms"
    };
    one = House.over(url, quick, Handlers.class);
    two = House.over(url, quick, Handlers.class);
  }

  @AfterAll
  static void close() {
    two.close();
    one.close();
  }

  @AfterEach
  void forget() {
    RUN.clear();
  }

  /** Time only goes forward, here too. */
  private static void forward(Duration by) {
    SHIFT.updateAndGet(before -> before.plus(by));
  }

  private static Instant now() {
    return Instant.now().plus(SHIFT.get());
  }

  private static void awaitRun(String id) {
    await().atMost(PATIENCE).until(() -> RUN.contains(id));
  }

  @Test
  void isDoneOnceOnOneOfTwoNodesWhenItsTimeHasCome() {
    Deadlines deadlines = one.bean(Deadlines.class);
    deadlines.schedule("close-it", "in-a-month", now().plus(Duration.ofDays(30)));
    deadlines.schedule("close-it", "now", now());
    awaitRun("now");
    assertThat(RUN).containsExactly("now");
    forward(Duration.ofDays(31));
    awaitRun("in-a-month");
    deadlines.schedule("close-it", "marker", now());
    awaitRun("marker");
    assertThat(RUN).containsExactly("now", "in-a-month", "marker");
  }

  @Test
  void isMovedByPlanningItAgain() {
    Deadlines deadlines = one.bean(Deadlines.class);
    deadlines.schedule("close-it", "moved", now().plus(Duration.ofDays(3)));
    two.bean(Deadlines.class).schedule("close-it", "moved", now());
    awaitRun("moved");
  }

  @Test
  void isTakenBack() {
    Deadlines deadlines = one.bean(Deadlines.class);
    deadlines.schedule("close-it", "gone", now().plus(Duration.ofDays(3)));
    deadlines.cancel("close-it", "gone");
    deadlines.cancel("close-it", "never-there");
    forward(Duration.ofDays(4));
    deadlines.schedule("close-it", "marker-2", now());
    awaitRun("marker-2");
    assertThat(RUN).containsExactly("marker-2");
  }

  @Test
  void isTriedAgainWhereItFails() {
    one.bean(Deadlines.class).schedule("close-it", "fails-once", now());
    await().atMost(PATIENCE).until(() -> RUN.size() == 2);
    assertThat(RUN).containsExactly("fails-once", "fails-once");
  }

  @Test
  void whatFailsIsCountedUntilItIsDone() {
    Deadlines deadlines = one.bean(Deadlines.class);
    deadlines.schedule("close-it", "far-away", now().plus(Duration.ofDays(300)));
    deadlines.schedule("close-it", "fails-till-told", now());
    await().atMost(PATIENCE).until(() -> deadlines.failing().equals(Map.of("close-it", 1)));
    RUN.add("told");
    await().atMost(PATIENCE).until(() -> deadlines.failing().isEmpty());
    deadlines.cancel("close-it", "far-away");
  }
}
