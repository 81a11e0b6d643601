package io.concordat.server.migration;

import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The group of {@link MigrationKeeper} is never divided, whatever the others are: a reader that
 * appears after a break has to be looked at after it.
 */
@Configuration(proxyBeanMethods = false)
class MigrationProcessing {

  @Bean
  ConfigurerModule undividedMigrations() {
    return configurer ->
        configurer.eventProcessing(processing ->
            processing.registerPooledStreamingEventProcessorConfiguration(
                MigrationKeeper.GROUP, (_, builder) -> builder.initialSegmentCount(1)));
  }
}
