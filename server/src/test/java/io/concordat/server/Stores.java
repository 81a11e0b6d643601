package io.concordat.server;

import io.concordat.localstack.TestEngines;

/** Where a test's three stores are. */
record Stores(String postgres, String neo4j, String mongo) {

  /** Three empty ones. */
  static Stores fresh() {
    TestEngines.startAll();
    return new Stores(TestEngines.postgres(), TestEngines.neo4j(), TestEngines.mongo());
  }

  /** As arguments of the service. */
  String[] arguments() {
    return new String[] {
      "--spring.datasource.url=" + postgres,
      "--spring.datasource.username=",
      "--concordat.neo4j.uri=" + neo4j,
      "--concordat.mongo.uri=" + mongo
    };
  }
}
