package io.concordat.projections.document;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import io.concordat.projections.batch.Sink;
import io.concordat.readstore.document.DocumentSchema;
import io.concordat.readstore.document.Views;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BSONException;
import org.bson.Document;
import org.bson.codecs.configuration.CodecConfigurationException;
import org.jspecify.annotations.Nullable;

/**
 * The read models in MongoDB. All changes of a batch to one document are folded into one upsert by
 * key, and each collection gets one unordered bulk write. No document is read, and no write depends
 * on what is there but for keeping the greater of two values, so that a batch that was written in
 * part can be written again, with other events before or after.
 *
 * <p>Thread safe.
 */
public final class DocumentStore implements Sink<DocumentChange> {

  private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
  private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

  /** Write errors that tell of the server's state: no disk, shutting down, not primary, timeout. */
  private static final Set<Integer> NOT_ABOUT_DATA =
      Set.of(6, 7, 50, 64, 89, 91, 112, 189, 262, 10107, 11600, 11602, 13435, 13436, 14031);

  private final MongoDatabase database;
  private final DocumentSchema schema;

  /** The read models in a database. */
  public DocumentStore(MongoDatabase database, DocumentSchema schema) {
    this.database = database;
    this.schema = schema;
  }

  @Override
  public void write(List<DocumentChange> changes) {
    if (changes.isEmpty()) {
      return;
    }
    schema.ensure();
    fold(changes)
        .forEach((collection, upserts) ->
            database.getCollection(collection).bulkWrite(upserts, UNORDERED));
  }

  @Override
  public boolean refuses(RuntimeException failure) {
    return switch (failure) {
      case MongoBulkWriteException partial ->
          partial.getWriteConcernError() == null
              && !partial.getWriteErrors().isEmpty()
              && partial.getWriteErrors().stream()
                  .map(BulkWriteError::getCode)
                  .noneMatch(NOT_ABOUT_DATA::contains);
      case CodecConfigurationException unwritable -> true;
      case BSONException unwritable -> true;
      case IllegalArgumentException unwritable -> true;
      default -> false;
    };
  }

  /** Empties collections. */
  public void empty(List<String> collections) {
    schema.empty(collections);
  }

  private static Map<String, List<WriteModel<Document>>> fold(List<DocumentChange> changes) {
    Map<String, Map<Object, Folded>> byCollection = new LinkedHashMap<>();
    for (DocumentChange change : changes) {
      byCollection
          .computeIfAbsent(change.collection(), collection -> new LinkedHashMap<>())
          .computeIfAbsent(change.id(), id -> new Folded())
          .add(change);
    }
    Map<String, List<WriteModel<Document>>> upserts = new LinkedHashMap<>();
    byCollection.forEach((collection, documents) -> {
      List<WriteModel<Document>> models = new ArrayList<>(documents.size());
      documents.forEach((id, folded) -> models.add(folded.upsert(id)));
      upserts.put(collection, models);
    });
    return upserts;
  }

  /** All changes of one document; events of one stream come in order, so the later value wins. */
  private static final class Folded {
    private final Map<String, @Nullable Object> facts = new HashMap<>();
    private final Map<String, Object> greatest = new HashMap<>();

    void add(DocumentChange change) {
      facts.putAll(change.facts());
      greatest.putAll(change.greatest());
    }

    WriteModel<Document> upsert(Object id) {
      Document update = new Document();
      if (!facts.isEmpty()) {
        update.append("$set", new Document(facts));
      }
      if (!greatest.isEmpty()) {
        update.append("$max", new Document(greatest));
      }
      return new UpdateOneModel<>(new Document(Views.ID, id), update, UPSERT);
    }
  }
}
