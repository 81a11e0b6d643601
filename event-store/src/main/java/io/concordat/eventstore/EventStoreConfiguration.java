package io.concordat.eventstore;

import io.concordat.eventstore.append.AppendConfiguration;
import io.concordat.eventstore.command.CommandConfiguration;
import io.concordat.eventstore.deadline.DeadlineConfiguration;
import io.concordat.eventstore.processing.ProcessingConfiguration;
import io.concordat.eventstore.serialization.SerializationConfiguration;
import io.concordat.eventstore.stream.StreamConfiguration;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;
import org.springframework.context.annotation.Import;

/**
 * All that the service needs to keep events, to be imported by the application. Nothing of it is
 * left to the framework's own choice; see {@link FrameworkDefaults}.
 */
@Configuration(proxyBeanMethods = false)
@Import({
  SerializationConfiguration.class,
  AppendConfiguration.class,
  StreamConfiguration.class,
  CommandConfiguration.class,
  ProcessingConfiguration.class,
  DeadlineConfiguration.class
})
public class EventStoreConfiguration {

  /** The clock of all decisions and deadlines, UTC; an application may bring its own. */
  @Bean
  @Fallback
  Clock systemClock() {
    return Clock.systemUTC();
  }
}
