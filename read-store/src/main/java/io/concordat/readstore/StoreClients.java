package io.concordat.readstore;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Logging;

/**
 * Connections to the two stores that give up within seconds, so that a store that is gone is an
 * error and never a hang. Neither asks the store for anything yet: a client of a store that is down
 * can be made, and works once the store is up.
 */
public final class StoreClients {

  /** How long a connection, or a server that can be written to, is waited for. */
  public static final Duration CONNECT_PATIENCE = Duration.ofSeconds(2);

  /** How long the answer to one request is waited for. */
  public static final Duration ANSWER_PATIENCE = Duration.ofSeconds(15);

  /**
   * How long the graph may take over a batch of events: on a busy machine, the first one waits for
   * every statement to be planned.
   */
  public static final Duration BATCH_PATIENCE = Duration.ofSeconds(25);

  /** How long a question of the query side may take in the store. */
  public static final Duration QUERY_PATIENCE = Duration.ofSeconds(6);

  private static final int CONNECTIONS = 16;

  private StoreClients() {}

  /** A client of the MongoDB at a connection string. Whoever makes it closes it. */
  public static MongoClient mongo(String connectionString) {
    return MongoClients.create(
        MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(connectionString))
            .applicationName("concordat")
            .applyToClusterSettings(cluster ->
                cluster.serverSelectionTimeout(CONNECT_PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
            .applyToSocketSettings(socket ->
                socket
                    .connectTimeout((int) CONNECT_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .readTimeout((int) ANSWER_PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
            .applyToConnectionPoolSettings(pool ->
                pool.maxSize(CONNECTIONS)
                    .maxWaitTime(CONNECT_PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
            .build());
  }

  /** A driver of the Neo4j at a Bolt URI. Whoever makes it closes it. */
  @SuppressWarnings("deprecation")
  public static Driver neo4j(String uri, AuthToken login) {
    return GraphDatabase.driver(
        uri,
        login,
        Config.builder()
            .withUserAgent("concordat")
            .withTelemetryDisabled(true)
            // The driver's other loggers write out each message, with all rows, to drop the text.
            .withLogging(Logging.slf4j())
            .withMaxConnectionPoolSize(CONNECTIONS)
            .withConnectionTimeout(CONNECT_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
            .withConnectionAcquisitionTimeout(CONNECT_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
            .withMaxTransactionRetryTime(CONNECT_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
            .build());
  }
}
