package io.concordat.server.gateway;

import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Queries without a PostgreSQL transaction around them: views and lineage answer while the event
 * store is down.
 */
@Configuration
class QueryConfiguration {

  @Bean
  QueryBus queryBus() {
    return SimpleQueryBus.builder().transactionManager(NoTransactionManager.instance()).build();
  }
}
