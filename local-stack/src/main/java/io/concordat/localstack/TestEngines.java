package io.concordat.localstack;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.concordat.localstack.engine.Engine;
import io.concordat.localstack.engine.EngineDirectories;
import io.concordat.localstack.engine.EngineFailure;
import io.concordat.localstack.engine.Installation;
import io.concordat.localstack.engine.MongoEngine;
import io.concordat.localstack.engine.Neo4jEngine;
import io.concordat.localstack.engine.Ports;
import io.concordat.localstack.engine.PostgresEngine;
import io.concordat.localstack.engine.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Session;

/**
 * Real engines for tests, started when first asked for and shared by all tests of one JVM.
 *
 * <p>With {@code CONCORDAT_TEST_POSTGRES_URL} (JDBC, with {@code user} and {@code password}
 * parameters), {@code CONCORDAT_TEST_NEO4J_URI} (Bolt, {@code user:password@} before the host where
 * it asks for them) or {@code CONCORDAT_TEST_MONGO_URI} in the environment, the same tests run
 * against those. Give them throw-away engines: the graph is emptied. Databases made there are
 * dropped when the JVM ends.
 */
public final class TestEngines {

  /** One of the three. */
  public enum Store {
    /** The event store. */
    POSTGRES("CONCORDAT_TEST_POSTGRES_URL"),
    /** The lineage graph. */
    NEO4J("CONCORDAT_TEST_NEO4J_URI"),
    /** The read models. */
    MONGO("CONCORDAT_TEST_MONGO_URI");

    private final String variable;

    Store(String variable) {
      this.variable = variable;
    }

    private Optional<String> external() {
      return Optional.ofNullable(System.getenv(variable)).filter(uri -> !uri.isBlank());
    }
  }

  private static final Pattern JDBC = Pattern.compile("(jdbc:postgresql://[^/]+/)([^?]*)(\\?.*)?");
  private static final Pattern MONGO =
      Pattern.compile("(mongodb(?:\\+srv)?://[^/?]+)(?:/([^?]*))?(\\?.*)?");
  private static final AtomicInteger COUNTER = new AtomicInteger();
  private static final List<String> EXTERNAL_POSTGRES = new ArrayList<>();
  private static final List<String> EXTERNAL_MONGO = new ArrayList<>();
  private static final Map<Store, Engine> ENGINES = new EnumMap<>(Store.class);

  private TestEngines() {}

  /**
   * Starts the three side by side, which is quicker than one after the other as tests come to need
   * them.
   */
  public static void startAll() {
    CompletableFuture.allOf(
            List.of(Store.values()).stream()
                .map(store -> CompletableFuture.runAsync(() -> start(store)))
                .toArray(CompletableFuture<?>[]::new))
        .join();
  }

  /**
   * A new, empty PostgreSQL database.
   *
   * @return its JDBC URL, with user and password as parameters
   */
  public static String postgres() {
    String name = freshName();
    Matcher base =
        match(
            JDBC,
            Store.POSTGRES.external().orElseGet(TestEngines::startedPostgres),
            Store.POSTGRES);
    String parameters = base.group(3) == null ? "" : base.group(3);
    executeSql(base.group(), "create database " + name);
    if (isExternal(Store.POSTGRES)) {
      synchronized (EXTERNAL_POSTGRES) {
        EXTERNAL_POSTGRES.add(name);
      }
      CleanUp.register();
    }
    return base.group(1) + name + parameters;
  }

  /**
   * A MongoDB database that nothing was written to yet.
   *
   * @return the connection string, with the database's name in it
   */
  public static String mongo() {
    String name = freshName();
    Matcher base =
        match(
            MONGO, Store.MONGO.external().orElseGet(() -> started(Store.MONGO).uri()), Store.MONGO);
    String uri = base.group(1) + "/" + name + (base.group(3) == null ? "" : base.group(3));
    if (isExternal(Store.MONGO)) {
      synchronized (EXTERNAL_MONGO) {
        EXTERNAL_MONGO.add(name);
      }
      CleanUp.register();
    }
    return uri;
  }

  /**
   * The graph, emptied: no nodes, no constraints, no indexes. There is only one, so a test class
   * that calls this takes it away from those before.
   *
   * @return the Bolt URI
   */
  public static String neo4j() {
    String uri =
        Store.NEO4J
            .external()
            .map(TestEngines::withoutUser)
            .orElseGet(() -> started(Store.NEO4J).uri());
    try (Driver driver = GraphDatabase.driver(uri, neo4jAuth());
        Session session = driver.session()) {
      // Relations first: a node with 100,000 of them is too much for the memory of one transaction.
      session.run("match ()-[r]->() call (r) { delete r } in transactions of 2000 rows").consume();
      session.run("match (n) call (n) { delete n } in transactions of 2000 rows").consume();
      for (String constraint : names(session, "show constraints yield name")) {
        session.run("drop constraint `" + constraint + "`").consume();
      }
      for (String index :
          names(session, "show indexes yield name, type where type <> 'LOOKUP' return name")) {
        session.run("drop index `" + index + "`").consume();
      }
    }
    return uri;
  }

  /**
   * What to log in to {@link #neo4j()} with: nothing, unless an external one's URI carries a user
   * and a password.
   */
  public static AuthToken neo4jAuth() {
    String user =
        Store.NEO4J.external().map(java.net.URI::create).map(java.net.URI::getUserInfo).orElse("");
    int colon = user.indexOf(':');
    return colon < 0
        ? AuthTokens.none()
        : AuthTokens.basic(user.substring(0, colon), user.substring(colon + 1));
  }

  /** Whether the engine comes from the environment, so that a test can neither stop nor kill it. */
  public static boolean isExternal(Store store) {
    return store.external().isPresent();
  }

  /**
   * Starts the engine: for the first time, or again on the same port with the same data after a
   * stop or kill.
   */
  public static void start(Store store) {
    if (!isExternal(store)) {
      started(store);
    }
  }

  /**
   * Stops the engine in order; its data stay.
   *
   * @throws IllegalStateException when it is external
   */
  public static void stop(Store store) {
    own(store).stop();
  }

  /**
   * Ends the engine's process as {@code kill -9} does; its data stay.
   *
   * @throws IllegalStateException when it is external
   */
  public static void kill(Store store) {
    own(store).kill();
  }

  private static Engine own(Store store) {
    if (isExternal(store)) {
      throw new IllegalStateException(
          store + " comes from the environment; a test cannot take it away.");
    }
    return instance(store);
  }

  private static Engine started(Store store) {
    Engine instance = instance(store);
    instance.start();
    return instance;
  }

  private static String startedPostgres() {
    if (!(started(Store.POSTGRES) instanceof PostgresEngine postgres)) {
      throw new IllegalStateException("The engine under POSTGRES is another one.");
    }
    return postgres.uri("postgres")
        + "?user="
        + PostgresEngine.USER
        + "&password="
        + postgres.password();
  }

  private static Engine instance(Store store) {
    synchronized (ENGINES) {
      if (ENGINES.isEmpty()) {
        Installation installation = Installation.find();
        EngineDirectories directories = CleanUp.temporaryDirectories();
        List<Integer> ports = Ports.free(3);
        ENGINES.put(Store.POSTGRES, new PostgresEngine(installation, directories, ports.get(0)));
        ENGINES.put(Store.NEO4J, new Neo4jEngine(installation, directories, ports.get(1)));
        ENGINES.put(Store.MONGO, new MongoEngine(installation, directories, ports.get(2)));
        CleanUp.register();
      }
      return Objects.requireNonNull(ENGINES.get(store));
    }
  }

  private static String freshName() {
    return "test_%d_%d".formatted(ProcessHandle.current().pid(), COUNTER.incrementAndGet());
  }

  private static Matcher match(Pattern pattern, String uri, Store store) {
    Matcher matcher = pattern.matcher(uri);
    if (!matcher.matches()) {
      throw new EngineFailure(store.variable + " is not of the form " + pattern + ".");
    }
    return matcher;
  }

  private static String withoutUser(String uri) {
    return uri.replaceFirst("//[^/@]*@", "//");
  }

  private static List<String> names(Session session, String query) {
    return session.run(query).list(row -> row.get("name").asString());
  }

  private static void executeSql(String url, String sql) {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new EngineFailure("PostgreSQL refused \"" + sql + "\": " + e.getMessage(), e);
    }
  }

  /** What happens when the JVM ends. */
  private static final class CleanUp {

    private static boolean registered;
    private static final List<java.nio.file.Path> TEMPORARY = new ArrayList<>();

    static synchronized EngineDirectories temporaryDirectories() {
      try {
        java.nio.file.Path directory = Files.createTempDirectory("concordat-test-engines");
        TEMPORARY.add(directory);
        return EngineDirectories.under(directory);
      } catch (IOException e) {
        throw new EngineFailure("Cannot create a temporary directory for the test engines.", e);
      }
    }

    static synchronized void register() {
      if (!registered) {
        registered = true;
        Runtime.getRuntime().addShutdownHook(new Thread(CleanUp::run, "test-engines-clean-up"));
      }
    }

    private static void run() {
      ENGINES.values().stream()
          .map(engine -> CompletableFuture.runAsync(engine::kill))
          .toList()
          .forEach(CompletableFuture::join);
      Store.POSTGRES
          .external()
          .ifPresent(url ->
              EXTERNAL_POSTGRES.forEach(
                  name -> executeSql(url, "drop database " + name + " with (force)")));
      Store.MONGO
          .external()
          .ifPresent(uri -> {
            try (MongoClient client = MongoClients.create(uri)) {
              EXTERNAL_MONGO.forEach(name -> client.getDatabase(name).drop());
            }
          });
      for (java.nio.file.Path directory : TEMPORARY) {
        try {
          Trees.delete(directory);
        } catch (IOException e) {
          System.err.println("Left behind: " + directory);
        }
      }
    }
  }
}
