package io.concordat.eventstore.deadline;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The scheduler of later tasks. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeadlineSettings.class)
public class DeadlineConfiguration {

  @Bean
  Deadlines deadlines(
      DataSource dataSource,
      Clock clock,
      ObjectProvider<DeadlineHandler> handlers,
      DeadlineSettings settings) {
    return new SchedulerDeadlines(dataSource, clock, handlers, settings);
  }
}
