package io.concordat.server.store;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.concordat.readstore.StoreClients;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Connections to Neo4j and MongoDB. Both are lazy: the service starts, and takes commands, without
 * them.
 */
@Configuration
@EnableConfigurationProperties({StoreProperties.Neo4j.class, StoreProperties.Mongo.class})
class StoreConfiguration {

  private static final String DEFAULT_DATABASE = "concordat";

  @Bean
  Driver neo4j(StoreProperties.Neo4j properties) {
    String user = properties.user();
    AuthToken login =
        user == null || user.isBlank()
            ? AuthTokens.none()
            : AuthTokens.basic(user, properties.password() == null ? "" : properties.password());
    return StoreClients.neo4j(properties.uri(), login);
  }

  @Bean
  MongoClient mongo(StoreProperties.Mongo properties) {
    return StoreClients.mongo(properties.uri());
  }

  @Bean
  MongoDatabase mongoDatabase(MongoClient client, StoreProperties.Mongo properties) {
    String named = new ConnectionString(properties.uri()).getDatabase();
    return client.getDatabase(named == null ? DEFAULT_DATABASE : named);
  }
}
