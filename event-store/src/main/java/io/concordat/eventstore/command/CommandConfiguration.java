package io.concordat.eventstore.command;

import io.concordat.eventstore.stream.StreamReader;
import java.time.Clock;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The command bus and what aggregates ask for by name. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CommandSettings.class)
public class CommandConfiguration {

  /**
   * A command holds no database connection while it is decided: reading a stream and appending each
   * have a transaction of their own.
   */
  @Bean
  @Qualifier("localSegment")
  SimpleCommandBus commandBus(org.axonframework.config.Configuration configuration) {
    SimpleCommandBus bus =
        SimpleCommandBus.builder()
            .transactionManager(NoTransactionManager.INSTANCE)
            .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE)
            .messageMonitor(configuration.messageMonitor(CommandBus.class, "commandBus"))
            .build();
    bus.registerHandlerInterceptor(
        new CorrelationDataInterceptor<>(configuration.correlationDataProviders()));
    return bus;
  }

  @Bean
  CorrelationDataProvider commandMetadata() {
    return new CommandMetadata();
  }

  @Bean
  ParameterResolverFactory decisionContextResolver(Clock clock) {
    return new DecisionContextResolver(clock);
  }

  @Bean
  Cache aggregateCache(CommandSettings settings) {
    return new AggregateCache(settings.cachedAggregates());
  }

  @Bean
  CommandTargetResolver streamTargetResolver() {
    return new StreamTargetResolver();
  }

  @Bean(destroyMethod = "close")
  Commands commands(
      CommandBus commandBus,
      DataSource dataSource,
      StreamReader streams,
      @Qualifier("aggregateCache") Cache aggregates,
      CommandSettings settings) {
    return new AxonCommands(
        commandBus, new IdempotencyRecord(dataSource), streams::head, aggregates, settings);
  }
}
