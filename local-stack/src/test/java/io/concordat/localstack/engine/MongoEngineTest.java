package io.concordat.localstack.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoNamespace;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.result.UpdateResult;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.StreamSupport;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MongoEngineTest {

  @TempDir Path temporary;
  private MongoEngine mongo;

  @BeforeEach
  void start() {
    mongo =
        new MongoEngine(
            Installation.find(), EngineDirectories.under(temporary), Ports.free(1).getFirst());
    mongo.start();
  }

  @AfterEach
  void stop() {
    mongo.stop();
  }

  @Test
  void everyAnsweredWriteIsThereAfterAKillInTheMiddleOfALoad() throws Exception {
    Set<String> answered = ConcurrentHashMap.newKeySet();
    CountDownLatch underWay = new CountDownLatch(1500);
    try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor();
        MongoClient client = MongoClients.create(mongo.uri())) {
      things(client).createIndex(Indexes.ascending("name"), new IndexOptions().unique(true));
      for (int writer = 0; writer < 6; writer++) {
        String prefix = writer + "-";
        writers.submit(() -> {
          for (int i = 0; ; i++) {
            things(client).insertOne(new Document("_id", prefix + i).append("name", prefix + i));
            answered.add(prefix + i);
            underWay.countDown();
          }
        });
      }
      underWay.await();
      mongo.kill();
    }

    mongo.start();

    try (MongoClient client = MongoClients.create(mongo.uri())) {
      List<String> found =
          StreamSupport.stream(things(client).find().spliterator(), false)
              .map(thing -> thing.getString("_id"))
              .toList();
      assertThat(found).containsAll(answered).hasSize((int) things(client).countDocuments());
      assertThatThrownBy(() ->
              things(client)
                  .insertOne(new Document("_id", "other").append("name", found.getFirst())))
          .isInstanceOf(MongoWriteException.class)
          .hasMessageContaining("duplicate key");
    }
  }

  /**
   * So much is written that the store is written to its file several times meanwhile, and a command
   * that were done again on top of itself would show.
   */
  @Test
  void noCommandIsLostOrDoneTwiceWhenKilledWhileTheFileIsWritten() throws Exception {
    Map<String, Integer> answered = new ConcurrentHashMap<>();
    for (int life = 1; life <= 2; life++) {
      CountDownLatch underWay = new CountDownLatch(5_000);
      try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor();
          MongoClient client = MongoClients.create(mongo.uri())) {
        for (int writer = 0; writer < 4; writer++) {
          String name = "counter-" + writer;
          writers.submit(() -> {
            for (int i = 0; ; i++) {
              things(client)
                  .updateOne(
                      Filters.eq("_id", name),
                      Updates.combine(Updates.inc("count", 1), Updates.set("last", i)),
                      new UpdateOptions().upsert(true));
              answered.merge(name, 1, Integer::sum);
              things(client).insertOne(new Document("padding", "x".repeat(8_192)));
              underWay.countDown();
            }
          });
        }
        underWay.await();
        mongo.kill();
      }

      mongo.start();

      try (MongoClient client = MongoClients.create(mongo.uri())) {
        answered.forEach((name, count) -> {
          int found = things(client).find(Filters.eq("_id", name)).first().getInteger("count");
          assertThat(found).as(name).isBetween(count, count + 1);
          answered.put(name, found);
        });
      }
    }
  }

  @Test
  void valuesAndIdsOfEveryTypeComeBackAsTheyWere() {
    List<Document> documents = new ArrayList<>();
    ObjectId objectId = new ObjectId();
    for (Object id :
        Arrays.asList(
            "text",
            1,
            2L,
            3.5,
            objectId,
            new Document("domain", "payments").append("year", 2026))) {
      documents.add(
          new Document("_id", id)
              .append("empty", null)
              .append("decimal", Decimal128.parse("12.340"))
              .append("at", Date.from(Instant.parse("2026-03-01T10:15:30.123Z")))
              .append("yes", true)
              .append(
                  "nested", List.of(new Document("a", List.of(1, 2L, "three")), new Document())));
    }
    try (MongoClient client = MongoClients.create(mongo.uri())) {
      things(client)
          .createIndex(
              Indexes.ascending("alias", "rank"), new IndexOptions().unique(true).sparse(true));
      documents.forEach(document ->
          things(client).replaceOne(byId(document), document, new ReplaceOptions().upsert(true)));
      things(client)
          .updateOne(
              Filters.eq("_id", "text"),
              Updates.combine(Updates.set("alias", "x"), Updates.set("rank", 7)));
      documents.getFirst().append("alias", "x").append("rank", 7);
    }

    mongo.stop();
    mongo.start();

    try (MongoClient client = MongoClients.create(mongo.uri())) {
      for (Document document : documents) {
        assertThat(things(client).find(byId(document)).first()).isEqualTo(document);
      }
      assertThat(
              things(client)
                  .find(Filters.and(Filters.eq("alias", "x"), Filters.eq("rank", 7)))
                  .first())
          .isEqualTo(documents.getFirst());
      things(client).deleteOne(Filters.eq("_id", objectId));
      assertThat(things(client).countDocuments()).isEqualTo(documents.size() - 1L);
    }
  }

  @Test
  void anUpdateByKeyDoesWhatAnUpdateByAnotherFilterDoes() {
    List<Bson> updates =
        List.of(
            Updates.set("plain", "one"),
            Updates.combine(
                Updates.set("a.b.c", 1), Updates.set("a.b.d", 2), Updates.set("a.e", 3)),
            Updates.max("a.b.c", 5),
            Updates.max("a.b.c", 4),
            Updates.max("state", new Document("seq", 7L).append("tags", List.of("x"))),
            Updates.max("state", new Document("seq", 8L).append("tags", List.of("y"))),
            Updates.max("state", new Document("seq", 6L).append("tags", List.of("z"))),
            Updates.set("list", List.of(new Document("n", 1), new Document("n", 2))),
            Updates.set("list.1.n", 3),
            Updates.set("nothing", null),
            Updates.max("nothing", 1),
            Updates.combine(Updates.set("plain", "two"), Updates.inc("count", 1)),
            Updates.unset("a.b.d"),
            Updates.set("plain", "two"));
    try (MongoClient client = MongoClients.create(mongo.uri())) {
      UpdateOptions upsert = new UpdateOptions().upsert(true);
      things(client).insertOne(new Document("_id", "other").append("name", "other"));
      for (Bson update : updates) {
        UpdateResult byKey = things(client).updateOne(Filters.eq("_id", "key"), update, upsert);
        UpdateResult byName = things(client).updateOne(Filters.eq("name", "other"), update);
        if (byKey.getUpsertedId() == null) {
          assertThat(byKey).isEqualTo(byName);
        }
        Document key = things(client).find(Filters.eq("_id", "key")).first();
        Document other = things(client).find(Filters.eq("_id", "other")).first();
        assertThat(key).containsEntry("_id", "key");
        assertThat(without(key, "_id")).isEqualTo(without(other, "_id", "name"));
      }
      assertThat(things(client).find(Filters.eq("plain", "two"))).hasSize(2);
      assertThat(
              things(client)
                  .updateOne(Filters.eq("_id", "absent"), Updates.set("plain", "x"))
                  .getMatchedCount())
          .isZero();
      assertThatThrownBy(
              () -> things(client).updateOne(Filters.eq("_id", "key"), Updates.set("plain.x", 1)))
          .isInstanceOf(MongoWriteException.class);
      assertThatThrownBy(
              () -> things(client).updateOne(Filters.eq("_id", "key"), Updates.set("_id", "new")))
          .isInstanceOf(MongoWriteException.class);
    }
  }

  private static Document without(Document document, String... names) {
    Document rest = new Document(document);
    List.of(names).forEach(rest::remove);
    return rest;
  }

  @Test
  void refusesWhatItWouldNotKeep() {
    try (MongoClient client = MongoClients.create(mongo.uri())) {
      things(client).insertOne(new Document("_id", "x"));
      assertThatThrownBy(
              () -> things(client).renameCollection(new MongoNamespace("concordat", "other")))
          .isInstanceOf(MongoCommandException.class)
          .hasMessageContaining("does not rename collections");
    }
  }

  private static Bson byId(Document document) {
    return Filters.eq("_id", document.get("_id"));
  }

  private static MongoCollection<Document> things(MongoClient client) {
    return client.getDatabase("concordat").getCollection("things");
  }
}
