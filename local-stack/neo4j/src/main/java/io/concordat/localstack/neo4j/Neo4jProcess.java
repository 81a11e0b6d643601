package io.concordat.localstack.neo4j;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import org.neo4j.configuration.GraphDatabaseInternalSettings;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.config.Setting;
import org.neo4j.io.ByteUnit;

/**
 * Entry point of the process: Neo4j with Bolt on {@code 127.0.0.1}, without authentication, nothing
 * sent home.
 */
public final class Neo4jProcess {

  private Neo4jProcess() {}

  /**
   * Starts the database and returns; it runs until the process is asked to end.
   *
   * @param arguments the data directory, the Bolt port, and the file to create once queries are
   *     answered
   * @throws Exception when the directory or the port cannot be had
   */
  public static void main(String[] arguments) throws Exception {
    Path home = Path.of(arguments[0]);
    int port = Integer.parseInt(arguments[1]);
    Path ready = Path.of(arguments[2]);
    DatabaseManagementService neo4j =
        new DatabaseManagementServiceBuilder(home).setConfig(settings(port)).build();
    Runtime.getRuntime().addShutdownHook(new Thread(neo4j::shutdown, "neo4j-shutdown"));
    if (!neo4j.database(GraphDatabaseSettings.DEFAULT_DATABASE_NAME).isAvailable(30_000)) {
      System.err.println(
          "Neo4j started, but its database did not become available; see " + home.resolve("logs"));
      System.exit(1);
    }
    Path draft = ready.resolveSibling(ready.getFileName() + ".draft");
    Files.writeString(draft, Integer.toString(port));
    Files.move(draft, ready, StandardCopyOption.ATOMIC_MOVE);
  }

  private static Map<Setting<?>, Object> settings(int port) {
    SocketAddress bolt = new SocketAddress("127.0.0.1", port);
    return Map.ofEntries(
        Map.entry(BoltConnector.enabled, true),
        Map.entry(BoltConnector.listen_address, bolt),
        Map.entry(BoltConnector.advertised_address, bolt),
        Map.entry(BoltConnector.thread_pool_min_size, 2),
        Map.entry(BoltConnector.thread_pool_max_size, 40),
        Map.entry(BoltConnector.server_bolt_telemetry_enabled, false),
        Map.entry(GraphDatabaseSettings.udc_enabled, false),
        // Bolt otherwise lingers for ten seconds after the databases are closed.
        Map.entry(
            GraphDatabaseInternalSettings.netty_server_shutdown_quiet_period,
            Duration.ofMillis(50)),
        Map.entry(GraphDatabaseSettings.auth_enabled, false),
        Map.entry(GraphDatabaseSettings.pagecache_memory, ByteUnit.mebiBytes(64)),
        Map.entry(
            GraphDatabaseSettings.memory_transaction_global_max_size, ByteUnit.mebiBytes(160)),
        Map.entry(GraphDatabaseSettings.preallocate_logical_logs, false),
        Map.entry(GraphDatabaseSettings.logical_log_rotation_threshold, ByteUnit.mebiBytes(16)),
        Map.entry(GraphDatabaseSettings.keep_logical_logs, "2 files"));
  }
}
