package io.concordat.server.store;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Where the read stores are. */
final class StoreProperties {

  private StoreProperties() {}

  /**
   * Neo4j.
   *
   * @param uri {@code bolt://}, {@code neo4j://} or their {@code +s} forms
   * @param user null or empty where the store asks for none
   * @param password never logged
   */
  @ConfigurationProperties("concordat.neo4j")
  record Neo4j(String uri, @Nullable String user, @Nullable String password) {
    @Override
    public String toString() {
      return "Neo4j[uri=" + uri + "]";
    }
  }

  /**
   * MongoDB.
   *
   * @param uri connection string; names the database too; never logged, since it may hold a
   *     password
   */
  @ConfigurationProperties("concordat.mongo")
  record Mongo(String uri) {
    @Override
    public String toString() {
      return "Mongo[]";
    }
  }
}
