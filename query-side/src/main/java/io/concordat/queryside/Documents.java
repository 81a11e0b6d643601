package io.concordat.queryside;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.concordat.messages.Subject;
import io.concordat.readstore.StoreClients;
import io.concordat.readstore.document.Times;
import io.concordat.readstore.document.Views;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The read models, and the reading of their fields. Every question has a time limit.
 *
 * <p>Thread safe.
 */
public final class Documents {

  private final MongoDatabase database;

  /** The read models in a database. */
  public Documents(MongoDatabase database) {
    this.database = database;
  }

  /** A collection; {@link Views} has the names. */
  public MongoCollection<Document> collection(String name) {
    return database.getCollection(name);
  }

  /** What matches a filter, in no order. */
  public FindIterable<Document> find(String collection, Bson filter) {
    return collection(collection)
        .find(filter)
        .maxTime(StoreClients.QUERY_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Documents by key, in no order; unknown keys are left out. */
  public List<Document> byId(String collection, Collection<?> ids) {
    return ids.isEmpty()
        ? List.of()
        : find(collection, Filters.in(Views.ID, ids)).into(new ArrayList<>());
  }

  /** A text that must be there. */
  public static String text(Document document, String field) {
    return Objects.requireNonNull(document.getString(field), field);
  }

  /** An instant that must be there. */
  public static Instant time(Document document, String field) {
    return Times.instant(text(document, field));
  }

  /** An instant; null where there is none. */
  public static @Nullable Instant optionalTime(@Nullable Document document, String field) {
    String text = document == null ? null : document.getString(field);
    return text == null ? null : Times.instant(text);
  }

  /** A subject that must be there. */
  public static Subject subject(Document document, String field) {
    return new Subject(text(document, field));
  }

  /** A subject; null where there is none. */
  public static @Nullable Subject optionalSubject(@Nullable Document document, String field) {
    String text = document == null ? null : document.getString(field);
    return text == null ? null : new Subject(text);
  }

  /** A document within a document that must be there. */
  public static Document part(Document document, String field) {
    return Objects.requireNonNull(document.get(field, Document.class), field);
  }

  /** What a field holds under numbers, in the order of the numbers; nothing where it is absent. */
  public static Stream<Map.Entry<Long, Object>> numbered(Document document, String field) {
    Document numbered = document.get(field, Document.class);
    return numbered == null
        ? Stream.of()
        : numbered.entrySet().stream()
            .map(entry -> Map.entry(Long.valueOf(entry.getKey()), entry.getValue()))
            .sorted(Map.Entry.comparingByKey());
  }

  /** The documents that a field holds under numbers, in the order of the numbers. */
  public static Stream<Document> parts(Document document, String field) {
    return numbered(document, field).map(entry -> (Document) entry.getValue());
  }
}
