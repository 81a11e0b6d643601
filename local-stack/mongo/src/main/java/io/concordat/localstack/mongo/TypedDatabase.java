package io.concordat.localstack.mongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import java.util.List;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/** A database whose collections and unique indexes are stored as {@link StoredTypes} says. */
final class TypedDatabase extends H2Database {

  private static final List<String> OPENED_BY_CONSTRUCTOR =
      List.of("system.namespaces", "system.indexes");

  /**
   * Null while the constructor of the parent opens the collections that {@link #open} has prepared.
   */
  private final @Nullable MVStore store;

  private final CursorRegistry cursors;

  private TypedDatabase(String name, MVStore store, CursorRegistry cursors) {
    super(name, store, cursors);
    this.store = store;
    this.cursors = cursors;
  }

  /** Opens or creates a database of a store that {@link StoredTypes#openAll} has gone over. */
  static TypedDatabase open(String name, MVStore store, CursorRegistry cursors) {
    OPENED_BY_CONSTRUCTOR.forEach(
        collection -> StoredTypes.openDocuments(store, name + "." + collection));
    return new TypedDatabase(name, store, cursors);
  }

  @Override
  protected MongoCollection<Object> openOrCreateCollection(
      String collection, CollectionOptions options) {
    if (store == null) {
      return super.openOrCreateCollection(collection, options);
    }
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
    if (store != null) {
      StoredTypes.openIndex(store, getDatabaseName() + "." + collection, index);
    }
    return super.openOrCreateUniqueIndex(collection, index, keys, sparse);
  }
}
