package io.concordat.server;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * A clock that a test sets ahead while nodes run, all of them at once. No component: only the nodes
 * that name it get it.
 */
class ShiftedClock {

  private static final AtomicReference<Duration> AHEAD = new AtomicReference<>(Duration.ZERO);

  static void setAhead(Duration ahead) {
    AHEAD.set(ahead);
  }

  @Bean
  @Primary
  Clock clockOfTheTest() {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return Instant.now().plus(AHEAD.get());
      }
    };
  }
}
