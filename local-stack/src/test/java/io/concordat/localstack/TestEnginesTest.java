package io.concordat.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.concordat.localstack.TestEngines.Store;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.bson.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Session;

class TestEnginesTest {

  @BeforeAll
  static void startSideBySide() {
    TestEngines.startAll();
  }

  @Test
  void eachPostgresDatabaseIsNewAndEmpty() throws SQLException {
    String first = TestEngines.postgres();
    String second = TestEngines.postgres();

    assertThat(first).isNotEqualTo(second);
    sql(first, "create table t (id int)");
    assertThat(query(second, "select count(*) from pg_tables where schemaname = 'public'"))
        .isZero();
  }

  @Test
  void postgresKeepsWhatWasCommittedOverStopAndKill() throws SQLException {
    String url = TestEngines.postgres();
    sql(url, "create table t (id int)");
    sql(url, "insert into t values (1)");

    TestEngines.stop(Store.POSTGRES);
    assertThatThrownBy(() -> query(url, "select count(*) from t")).isInstanceOf(SQLException.class);
    TestEngines.start(Store.POSTGRES);
    sql(url, "insert into t values (2)");
    TestEngines.kill(Store.POSTGRES);
    TestEngines.start(Store.POSTGRES);

    assertThat(query(url, "select count(*) from t")).isEqualTo(2);
    assertThat(
            query(url, "select count(*) from pg_settings where name = 'fsync' and setting = 'on'"))
        .isEqualTo(1);
  }

  @Test
  void theGraphIsEmptiedOfNodesConstraintsAndIndexes() {
    String uri = TestEngines.neo4j();
    graph(uri, "create constraint one for (n:Thing) require n.id is unique");
    graph(uri, "create fulltext index two for (n:Thing) on each [n.name]");
    graph(uri, "create (:Thing {id: 1})-[:KNOWS]->(:Thing {id: 2})");

    TestEngines.neo4j();

    assertThat(count(uri, "match (n) return count(n) as c")).isZero();
    assertThat(count(uri, "show constraints yield name return count(*) as c")).isZero();
  }

  @Test
  void theGraphKeepsWhatWasCommittedOverKill() {
    String uri = TestEngines.neo4j();
    graph(uri, "create (:Thing {id: 1}), (:Thing {id: 2})");
    TestEngines.kill(Store.NEO4J);
    TestEngines.start(Store.NEO4J);

    assertThat(count(uri, "match (n:Thing) return count(n) as c")).isEqualTo(2);
  }

  @Test
  void theDocumentStoreKeepsEveryAnsweredWriteOverKill() {
    String uri = TestEngines.mongo();
    try (MongoClient client = MongoClients.create(uri)) {
      MongoCollection<Document> things = things(client, uri);
      for (int i = 0; i < 500; i++) {
        things.insertOne(new Document("_id", i).append("name", "thing " + i));
      }
    }
    TestEngines.kill(Store.MONGO);
    TestEngines.start(Store.MONGO);

    try (MongoClient client = MongoClients.create(uri)) {
      assertThat(things(client, uri).countDocuments()).isEqualTo(500);
      assertThat(TestEngines.mongo()).isNotEqualTo(uri);
    }
  }

  private static MongoCollection<Document> things(MongoClient client, String uri) {
    return client.getDatabase(new ConnectionString(uri).getDatabase()).getCollection("things");
  }

  private static void sql(String url, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static int query(String url, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private static void graph(String uri, String cypher) {
    try (Driver driver = GraphDatabase.driver(uri, TestEngines.neo4jAuth());
        Session session = driver.session()) {
      session.run(cypher).consume();
    }
  }

  private static int count(String uri, String cypher) {
    try (Driver driver = GraphDatabase.driver(uri, TestEngines.neo4jAuth());
        Session session = driver.session()) {
      return session.run(cypher).single().get("c").asInt();
    }
  }
}
