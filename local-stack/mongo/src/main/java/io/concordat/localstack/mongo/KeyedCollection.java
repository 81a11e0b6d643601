package io.concordat.localstack.mongo;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.NoopOplog;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.Optional;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A collection in which an update of one document by its key costs what it changes ({@link
 * KeyedUpdate}), not what the document holds. Does not count bytes, for which each update would
 * have to encode the document twice.
 *
 * <p>A document in the store never changes: an update puts another one in its place. The backend
 * would change it where it is, also in a state of the store that is being written to the file.
 */
final class KeyedCollection extends H2Collection {

  private static final String ID_INDEX = "_id_";

  /** Whether what is found is going to be changed. Guarded by this collection's monitor. */
  private boolean updating;

  KeyedCollection(
      MongoDatabase database,
      String name,
      CollectionOptions options,
      MVMap<Object, Document> documents,
      MVMap<String, Object> meta,
      CursorRegistry cursors) {
    super(database, name, options, documents, meta, cursors);
  }

  @Override
  protected boolean tracksDataSize() {
    return false;
  }

  @Override
  public synchronized Document updateDocuments(
      Document selector,
      Document update,
      ArrayFilters filters,
      boolean multi,
      boolean upsert,
      Oplog oplog) {
    String key = multi || !(oplog instanceof NoopOplog) ? null : KeyedUpdate.key(selector);
    Document answer =
        key == null || getIndexes().stream().anyMatch(KeyedCollection::isUniqueBesidesKey)
            ? null
            : update(key, update, upsert);
    if (answer != null) {
      return answer;
    }
    updating = true;
    try {
      return super.updateDocuments(selector, update, filters, multi, upsert, oplog);
    } finally {
      updating = false;
    }
  }

  @Override
  public synchronized Document findAndModify(Document query) {
    updating = true;
    try {
      return super.findAndModify(query);
    } finally {
      updating = false;
    }
  }

  @Override
  protected QueryResult matchDocuments(
      Document query, Document order, int skip, int limit, int batch, Document fields) {
    return own(super.matchDocuments(query, order, skip, limit, batch, fields));
  }

  @Override
  protected QueryResult matchDocuments(
      Document query,
      Iterable<Object> positions,
      Document order,
      int skip,
      int limit,
      int batch,
      Document fields) {
    return own(super.matchDocuments(query, positions, order, skip, limit, batch, fields));
  }

  private QueryResult own(QueryResult found) {
    return updating
        ? new QueryResult(
            found.collectDocuments().stream().map(Document::clone).toList(), found.getCursorId())
        : found;
  }

  private @Nullable Document update(String key, Document update, boolean upsert) {
    Document before = getDocument(key);
    if (before == null && !upsert) {
      return answer(0, false);
    }
    Optional<KeyedUpdate.Outcome> outcome =
        KeyedUpdate.apply(before == null ? new Document("_id", key) : before, update);
    if (outcome.isEmpty()) {
      return null;
    }
    KeyedUpdate.Outcome done = outcome.get();
    if (before == null) {
      addDocument(done.after());
      Document inserted = new Document("upserted", key);
      inserted.putAll(answer(0, false));
      return inserted;
    }
    if (done.changed()) {
      handleUpdate(key, before, done.after());
    }
    return answer(1, done.changed());
  }

  private static Document answer(int matched, boolean modified) {
    return new Document("n", matched).append("nModified", modified ? 1 : 0);
  }

  private static boolean isUniqueBesidesKey(Index<?> index) {
    return index.isUnique() && !index.getName().equals(ID_INDEX);
  }
}
