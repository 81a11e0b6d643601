package io.concordat.readstore;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import io.concordat.readstore.document.DocumentSchema;
import io.concordat.readstore.graph.GraphSchema;
import org.neo4j.driver.Driver;
import org.neo4j.driver.exceptions.Neo4jException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The schemas of both stores, brought up to date at start. A store that is down then is brought up
 * to date before the first write to it.
 */
@Configuration(proxyBeanMethods = false)
public class ReadStoreConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(ReadStoreConfiguration.class);

  @Bean
  GraphSchema graphSchema(Driver driver) {
    return new GraphSchema(driver);
  }

  @Bean
  DocumentSchema documentSchema(MongoDatabase database) {
    return new DocumentSchema(database);
  }

  @Bean
  SmartInitializingSingleton readStoreMigration(GraphSchema graph, DocumentSchema documents) {
    return () -> {
      try {
        graph.ensure();
      } catch (Neo4jException unreachable) {
        LOG.warn("The lineage graph cannot be reached yet: {}", unreachable.getMessage());
      }
      try {
        documents.ensure();
      } catch (MongoException unreachable) {
        LOG.warn("The read models cannot be reached yet: {}", unreachable.getMessage());
      }
    };
  }
}
