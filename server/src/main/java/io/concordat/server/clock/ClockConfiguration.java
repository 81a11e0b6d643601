package io.concordat.server.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.axonframework.eventhandling.GenericEventMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The clock of decisions, deadlines and events. On a local stack it can be set ahead, so that a
 * window of thirty days can be watched within minutes; tokens keep to the machine's own clock, and
 * stay valid. Anywhere else an offset is refused.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ClockSettings.class)
class ClockConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(ClockConfiguration.class);
  private static final Profiles LOCAL = Profiles.of("local");

  /** Clocks of several machines differ by less. */
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  @Bean
  Clock clock(ClockSettings settings, Environment environment) {
    if (settings.isPresent()) {
      return Clock.systemUTC();
    }
    if (!environment.acceptsProfiles(LOCAL)) {
      throw new IllegalStateException(
          "concordat.clock.offset is for a local stack only (profile 'local'): elsewhere time is"
              + " what it is");
    }
    LOG.warn("The clock stands {} ahead of this machine's", settings.offset());
    return Clock.offset(Clock.systemUTC(), settings.offset());
  }

  /** Events are stamped by the same clock. */
  @Bean
  SmartInitializingSingleton clockOfEvents(Clock clock) {
    return () -> GenericEventMessage.clock = clock;
  }

  /**
   * History does not run backwards: a local stack whose last event lies ahead of its clock was run
   * with a greater offset before. Looked at when all is wired, before anything is decided.
   */
  @Bean
  SmartInitializingSingleton clockNotBehindHistory(
      Clock clock, Environment environment, JdbcClient postgres) {
    return () -> {
      Instant now = clock.instant();
      lastEvent(postgres)
          .filter(last -> last.isAfter(now.plus(TOLERANCE)))
          .ifPresent(last -> {
            String sentence =
                "The last event is of " + last + ", and this clock shows " + now + ": ";
            if (environment.acceptsProfiles(LOCAL)) {
              throw new IllegalStateException(
                  sentence + "start with the offset of the last time, or a greater one");
            }
            LOG.error("{}the clocks of the nodes differ", sentence);
          });
    };
  }

  private static Optional<Instant> lastEvent(JdbcClient postgres) {
    return postgres
        .sql("select time_stamp from domain_event_entry order by global_index desc limit 1")
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant);
  }
}
