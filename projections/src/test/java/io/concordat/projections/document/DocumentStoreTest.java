package io.concordat.projections.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.concordat.localstack.TestEngines;
import io.concordat.readstore.StoreClients;
import io.concordat.readstore.document.DocumentSchema;
import io.concordat.readstore.document.Views;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DocumentStoreTest {

  private static final String STREAM = "product:payments/settlements";

  private static MongoClient client;
  private static MongoDatabase database;
  private static DocumentStore store;

  @BeforeAll
  static void connect() {
    String uri = TestEngines.mongo();
    client = StoreClients.mongo(uri);
    database = client.getDatabase(Objects.requireNonNull(new ConnectionString(uri).getDatabase()));
    store = new DocumentStore(database, new DocumentSchema(database));
  }

  @AfterAll
  static void disconnect() {
    client.close();
  }

  @BeforeEach
  void empty() {
    store.empty(List.of(Views.PRODUCTS, Views.INCIDENTS));
  }

  @Test
  void changesOfOneDocumentAreOneDocument() {
    store.write(List.of(change(0, "a"), change(1, "b")));

    Document document = only();
    assertThat(document.get("facts", Document.class)).containsKeys("0", "1");
    assertThat(document.get("standing", Document.class).getString("value")).isEqualTo("b");
    assertThat(document.get(Views.SOURCES, Document.class)).containsEntry(STREAM, 1L);
  }

  @Test
  void anOlderEventReplacesNothingThatIsNewer() {
    store.write(List.of(change(1, "b")));
    store.write(List.of(change(0, "a")));

    Document document = only();
    assertThat(document.get("standing", Document.class).getString("value")).isEqualTo("b");
    assertThat(document.get(Views.SOURCES, Document.class)).containsEntry(STREAM, 1L);
    assertThat(document.get("facts", Document.class)).containsKeys("0", "1");
  }

  @Test
  void aNewerEventReplacesWhateverTheValues() {
    store.write(List.of(change(9, "z"), change(10, null)));
    store.write(List.of(change(11, "a")));

    assertThat(only().get("standing", Document.class).getString("value")).isEqualTo("a");
  }

  @Test
  void writingInOtherBatchesOrAgainEndsInTheSameDocuments() {
    List<DocumentChange> all =
        List.of(change(0, "a"), change(1, "b"), change(2, "c"), other(0, "x"), other(3, "y"));
    all.forEach(change -> store.write(List.of(change)));
    Document once = only();

    store.write(all);
    assertThat(only()).isEqualTo(once);
    store.write(all.subList(1, 4));
    assertThat(only()).isEqualTo(once);

    empty();
    store.write(all);
    assertThat(only().toBsonDocument()).containsAllEntriesOf(once.toBsonDocument());
  }

  @Test
  void eachStreamGuardsItsOwnPartOfASharedDocument() {
    store.write(List.of(other(7, "contract"), change(1, "product")));
    store.write(List.of(other(6, "older"), change(2, "newer")));

    Document document = only();
    assertThat(document.get("contracts", Document.class).get("daily", Document.class))
        .containsEntry("value", "contract");
    assertThat(document.get("standing", Document.class)).containsEntry("value", "newer");
  }

  @Test
  void emptyingLeavesOtherCollections() {
    store.write(List.of(change(0, "a")));

    store.empty(List.of(Views.INCIDENTS));
    assertThat(database.getCollection(Views.PRODUCTS).countDocuments()).isEqualTo(1);
    store.empty(List.of(Views.PRODUCTS));
    assertThat(database.getCollection(Views.PRODUCTS).countDocuments()).isZero();
  }

  @Test
  void dataThatTheStoreRefusesAreToldFromAStoreThatIsGone() {
    DocumentChange tooLarge =
        DocumentChange.of(Views.PRODUCTS, "payments/settlements", STREAM, 0)
            .fact("text", "x".repeat(17 * 1024 * 1024));
    RuntimeException refused =
        catchThrowableOfType(RuntimeException.class, () -> store.write(List.of(tooLarge)));
    assertThat(store.refuses(refused)).as(refused.toString()).isTrue();

    try (MongoClient nowhere = StoreClients.mongo("mongodb://127.0.0.1:1/none")) {
      MongoDatabase none = nowhere.getDatabase("none");
      DocumentStore gone = new DocumentStore(none, new DocumentSchema(none));
      RuntimeException unreachable =
          catchThrowableOfType(RuntimeException.class, () -> gone.write(List.of(change(0, "a"))));
      assertThat(gone.refuses(unreachable)).as(unreachable.toString()).isFalse();
    }
  }

  private static DocumentChange change(long sequence, String value) {
    return DocumentChange.of(Views.PRODUCTS, "payments/settlements", STREAM, sequence)
        .fact("facts." + sequence, value)
        .standing("standing", new Document("value", value));
  }

  private static DocumentChange other(long sequence, String value) {
    return DocumentChange.of(
            Views.PRODUCTS, "payments/settlements", "contract:payments/settlements/daily", sequence)
        .standing("contracts.daily", new Document("value", value));
  }

  private static Document only() {
    return Objects.requireNonNull(database.getCollection(Views.PRODUCTS).find().first());
  }
}
