package io.concordat.eventstore.append;

import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jpa.SQLStateResolver;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** Transactions, the storage engine and the event store. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AppendSettings.class)
public class AppendConfiguration {

  private static final int AGGREGATE_BATCH = 500;

  @Bean
  PlatformTransactionManager platformTransactionManager(DataSource dataSource) {
    return new JdbcTransactionManager(dataSource);
  }

  @Bean
  TransactionManager axonTransactionManager(PlatformTransactionManager transactionManager) {
    return new SpringTransactionManager(transactionManager);
  }

  @Bean
  ConnectionProvider connectionProvider(DataSource dataSource) {
    return new UnitOfWorkAwareConnectionProviderWrapper(
        new SpringDataSourceConnectionProvider(dataSource));
  }

  @Bean
  PersistenceExceptionResolver persistenceExceptionResolver() {
    return new SQLStateResolver("23505");
  }

  @Bean(destroyMethod = "close")
  GroupCommit groupCommit(DataSource dataSource, AppendSettings settings) {
    return new GroupCommit(dataSource, settings);
  }

  @Bean
  OrderedEventStorageEngine eventStorageEngine(
      Serializer serializer,
      @Qualifier("eventSerializer") Serializer eventSerializer,
      EventUpcaster upcasters,
      ConnectionProvider connectionProvider,
      TransactionManager transactionManager,
      PersistenceExceptionResolver resolver,
      GroupCommit groupCommit,
      DataSource dataSource) {
    JdbcEventStorageEngine.Builder builder =
        JdbcEventStorageEngine.builder()
            .connectionProvider(connectionProvider)
            .transactionManager(transactionManager);
    builder
        .snapshotSerializer(serializer)
        .eventSerializer(eventSerializer)
        .upcasterChain(upcasters)
        .persistenceExceptionResolver(resolver)
        .finalAggregateBatchPredicate(batch -> batch.size() < AGGREGATE_BATCH)
        .batchSize(AGGREGATE_BATCH);
    return new OrderedEventStorageEngine(builder, groupCommit, dataSource);
  }

  @Bean("eventBus")
  @Qualifier("eventStore")
  EmbeddedEventStore eventStore(OrderedEventStorageEngine engine) {
    return EmbeddedEventStore.builder().storageEngine(engine).build();
  }
}
