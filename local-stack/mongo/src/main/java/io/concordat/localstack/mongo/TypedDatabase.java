package io.concordat.localstack.mongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import java.util.List;
import org.h2.mvstore.MVStore;

/** A database whose collections and unique indexes are stored as {@link StoredTypes} says. */
final class TypedDatabase extends H2Database {

  private final MVStore store;
  private final CursorRegistry cursors;

  /**
   * Opens or creates a database of a store that {@link StoredTypes#openAll} has gone over. The
   * constructor of the parent opens the collections that are there, so it comes last.
   */
  TypedDatabase(String name, MVStore store, CursorRegistry cursors) {
    this.store = store;
    this.cursors = cursors;
    super(name, store, cursors);
  }

  @Override
  protected MongoCollection<Object> openOrCreateCollection(
      String collection, CollectionOptions options) {
    String name = getDatabaseName() + "." + collection;
    return new KeyedCollection(
        this,
        collection,
        options,
        StoredTypes.openDocuments(store, name),
        StoredTypes.openMeta(store, name),
        cursors);
  }

  @Override
  protected Index<Object> openOrCreateUniqueIndex(
      String collection, String index, List<IndexKey> keys, boolean sparse) {
    StoredTypes.openIndex(store, getDatabaseName() + "." + collection, index);
    return super.openOrCreateUniqueIndex(collection, index, keys, sparse);
  }
}
