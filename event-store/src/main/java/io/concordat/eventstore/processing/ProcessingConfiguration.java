package io.concordat.eventstore.processing;

import io.concordat.eventstore.append.GroupCommit;
import io.concordat.eventstore.append.OrderedEventStorageEngine;
import io.concordat.eventstore.append.StoreSchemas;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.async.SequentialPerAggregatePolicy;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Event processors: pooled, propagating their failures, with a dead-letter queue each. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProcessingSettings.class)
public class ProcessingConfiguration {

  @Bean
  TokenStore tokenStore(
      ConnectionProvider connectionProvider, Serializer serializer, ProcessingSettings settings) {
    return JdbcTokenStore.builder()
        .connectionProvider(connectionProvider)
        .schema(StoreSchemas.tokens())
        .serializer(serializer)
        .claimTimeout(settings.claimTimeout())
        .build();
  }

  @Bean(destroyMethod = "close")
  EventTail eventTail(
      OrderedEventStorageEngine engine, GroupCommit groupCommit, ProcessingSettings settings) {
    EventTail tail = new EventTail(engine, settings);
    groupCommit.addListener(tail);
    return tail;
  }

  @Bean
  Positions positions() {
    return new Positions();
  }

  @Bean
  TransientFailure knownTransientFailures() {
    return new KnownTransientFailures();
  }

  @Bean
  DeadLetterPolicy deadLetterPolicy(List<TransientFailure> transientFailures) {
    return new DeadLetterPolicy(transientFailures);
  }

  @Bean
  ConfigurerModule processorDefaults(
      EventTail tail,
      TokenStore tokenStore,
      TransactionManager transactionManager,
      DataSource dataSource,
      Positions positions,
      ProcessingSettings settings) {
    TransactionManager prompt = new PromptCommits(transactionManager, dataSource);
    return configurer ->
        configurer.eventProcessing(processing ->
            processing
                .usingPooledStreamingEventProcessors()
                .configureDefaultStreamableMessageSource(configuration -> tail)
                .registerTokenStore(configuration -> tokenStore)
                .registerDefaultTransactionManager(configuration -> prompt)
                .registerDefaultSequencingPolicy(
                    configuration -> SequentialPerAggregatePolicy.instance())
                .registerDefaultErrorHandler(configuration -> PropagatingErrorHandler.instance())
                .registerDefaultListenerInvocationErrorHandler(
                    configuration -> PropagatingErrorHandler.instance())
                .registerPooledStreamingEventProcessorConfiguration((configuration, builder) ->
                    pooled(configuration, builder, positions, settings)));
  }

  private static PooledStreamingEventProcessor.Builder pooled(
      org.axonframework.config.Configuration configuration,
      PooledStreamingEventProcessor.Builder builder,
      Positions positions,
      ProcessingSettings settings) {
    return builder
        .batchSize(settings.batchSize())
        .initialSegmentCount(settings.segments())
        .tokenClaimInterval(settings.claimRefresh().toMillis())
        .claimExtensionThreshold(settings.claimRefresh().toMillis())
        .enableCoordinatorClaimExtension()
        .coordinatorExecutor(name -> {
          ProcessorThreads threads =
              new ProcessorThreads(name + "-coordinator", 1, settings.longestBackoff(), () -> {});
          configuration.onShutdown(threads::shutdown);
          return threads;
        })
        .workerExecutor(name -> {
          ProcessorThreads threads =
              new ProcessorThreads(
                  name + "-worker",
                  settings.segments(),
                  settings.longestBackoff(),
                  positions::moved);
          configuration.onShutdown(threads::shutdown);
          return threads;
        });
  }

  /**
   * Groups that act, such as by sending commands, instead of building views: they carry {@code
   * DisallowReplay}. They begin with the first event as with any other, since the framework would
   * take what is stored before their first start for a replay and leave it out. They are never
   * divided: what an event brings about may depend on an earlier one of another stream.
   */
  @Bean
  ConfigurerModule actingGroups(ListableBeanFactory beans) {
    return configurer ->
        configurer.eventProcessing(processing ->
            groups(beans, bean -> beans.findAnnotationOnBean(bean, DisallowReplay.class) != null)
                .forEach(group ->
                    processing.registerPooledStreamingEventProcessorConfiguration(
                        group,
                        (configuration, builder) ->
                            builder
                                .initialToken(StreamableMessageSource::createTailToken)
                                .initialSegmentCount(1))));
  }

  @Bean
  ConfigurerModule deadLetterQueues(
      ConnectionProvider connectionProvider,
      TransactionManager transactionManager,
      Serializer serializer,
      @Qualifier("eventSerializer") Serializer eventSerializer,
      DeadLetterPolicy policy,
      ListableBeanFactory beans) {
    return configurer ->
        configurer.eventProcessing(processing -> {
          processing.registerDefaultDeadLetterPolicy(configuration -> policy);
          processing.registerDeadLetterQueueProvider(group ->
              configuration ->
                  queue(
                      group, connectionProvider, transactionManager, serializer, eventSerializer));
          groups(beans, bean -> true)
              .forEach(group ->
                  processing.registerDeadLetteringEventHandlerInvokerConfiguration(
                      group,
                      (configuration, builder) ->
                          builder.allowReset(true).enableSequenceIdentifierCache()));
        });
  }

  private static SequencedDeadLetterQueue<EventMessage<?>> queue(
      String group,
      ConnectionProvider connectionProvider,
      TransactionManager transactionManager,
      Serializer serializer,
      Serializer eventSerializer) {
    return JdbcSequencedDeadLetterQueue.<EventMessage<?>>builder()
        .processingGroup(group)
        .connectionProvider(connectionProvider)
        .transactionManager(transactionManager)
        .schema(StoreSchemas.deadLetters())
        .genericSerializer(serializer)
        .eventSerializer(eventSerializer)
        .build();
  }

  private static Set<String> groups(ListableBeanFactory beans, Predicate<String> ofBean) {
    return Arrays.stream(beans.getBeanNamesForAnnotation(ProcessingGroup.class))
        .filter(ofBean)
        .map(name -> beans.findAnnotationOnBean(name, ProcessingGroup.class))
        .filter(java.util.Objects::nonNull)
        .map(ProcessingGroup::value)
        .collect(Collectors.toSet());
  }

  @Bean
  StoredTokens storedTokens(
      DataSource dataSource, Serializer serializer, ProcessingSettings settings) {
    return new StoredTokens(dataSource, serializer, settings.claimTimeout());
  }

  @Bean
  LocalProcessors localProcessors(EventProcessingConfiguration configuration) {
    return new LocalProcessors(configuration);
  }

  @Bean
  ReadBarrier readBarrier(LocalProcessors processors, StoredTokens tokens, Positions positions) {
    return new PositionBarrier(processors, tokens, positions);
  }

  @Bean
  ProcessorAdmin processorAdmin(
      EventProcessingConfiguration configuration,
      LocalProcessors processors,
      StoredTokens tokens,
      OrderedEventStorageEngine engine,
      PlatformTransactionManager transactionManager,
      DataSource dataSource) {
    return new AxonProcessorAdmin(
        configuration,
        processors,
        tokens,
        engine,
        new TransactionTemplate(transactionManager),
        new JdbcTemplate(dataSource));
  }

  @Bean
  ProcessorCare processorCare(
      LocalProcessors processors,
      StoredTokens tokens,
      ProcessorAdmin admin,
      ProcessingSettings settings) {
    return new ProcessorCare(processors, tokens, admin, settings);
  }
}
