package io.concordat.server.store;

import com.mongodb.client.MongoDatabase;
import java.util.Map;
import org.bson.Document;
import org.neo4j.driver.Driver;
import org.neo4j.driver.SessionConfig;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** One health entry for each store. None of them tells an address or a password. */
@Configuration
class StoreHealth {

  @Bean
  HealthIndicator eventStore(JdbcTemplate postgres) {
    return () -> check("PostgreSQL", () -> postgres.queryForObject("select 1", Integer.class));
  }

  @Bean
  HealthIndicator lineageGraph(Driver neo4j) {
    return () ->
        check(
            "Neo4j",
            () -> {
              try (var session = neo4j.session(SessionConfig.defaultConfig())) {
                session.run("return 1").consume();
              }
            });
  }

  @Bean
  HealthIndicator readModels(MongoDatabase mongo) {
    return () -> check("MongoDB", () -> mongo.runCommand(new Document("ping", 1)));
  }

  private static Health check(String store, Runnable question) {
    try {
      question.run();
      return Health.up().withDetail("store", store).build();
    } catch (RuntimeException unreachable) {
      return Health.down()
          .withDetails(Map.of("store", store, "problem", unreachable.getClass().getSimpleName()))
          .build();
    }
  }
}
