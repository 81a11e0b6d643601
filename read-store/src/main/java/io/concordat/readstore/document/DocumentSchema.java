package io.concordat.readstore.document;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.List;
import java.util.Map;
import org.bson.conversions.Bson;

/**
 * Indexes of the read models. Making one that exists changes nothing, so the whole list is its own
 * migration.
 *
 * <p>Thread safe.
 */
public final class DocumentSchema {

  private static final Map<String, List<Bson>> INDEXES =
      Map.of(
          Views.PRODUCTS,
          List.of(Indexes.ascending(Views.DOMAIN, Views.ID)),
          Views.CONSUMERS,
          List.of(Indexes.ascending(Views.DOMAIN, Views.ID), Indexes.ascending("reads.contract")),
          Views.CONTRACTS,
          List.of(
              Indexes.ascending("product"), Indexes.ascending(Views.EVER_BLOCKED, Views.DOMAIN)),
          Views.PROPOSALS,
          List.of(
              Indexes.descending(Views.ORDER),
              Indexes.ascending(Views.STATE + "." + Views.STATUS, Views.ORDER)),
          Views.COMMENTS,
          List.of(Indexes.ascending("proposal", Views.ORDER)),
          Views.MEETINGS,
          List.of(Indexes.descending(Views.ORDER)),
          Views.MIGRATIONS,
          List.of(
              Indexes.descending(Views.ORDER),
              Indexes.ascending(Views.STATE + "." + Views.STATUS, Views.ORDER)),
          Views.REQUESTS,
          List.of(
              Indexes.descending(Views.ORDER),
              Indexes.ascending(Views.DOMAIN, Views.ORDER),
              Indexes.ascending("openedBy", Views.ORDER)),
          Views.INCIDENTS,
          List.of(
              Indexes.descending(Views.ORDER),
              Indexes.ascending(Views.DOMAIN, Views.ORDER),
              Indexes.ascending(Views.STATE + "." + Views.STATUS, Views.ORDER),
              Indexes.ascending("product", Views.STATE + "." + Views.STATUS),
              Indexes.ascending("root"),
              Indexes.ascending("resolved.at")),
          Views.COMPLIANCE_TOTALS,
          List.of(Indexes.ascending(Views.MONTH)));

  private final MongoDatabase database;
  private volatile boolean ready;

  /** The schema of a database; nothing is asked of it yet. */
  public DocumentSchema(MongoDatabase database) {
    this.database = database;
  }

  /**
   * Makes the indexes that are missing. After the first success it does nothing.
   *
   * @throws com.mongodb.MongoException where the database cannot be reached
   */
  public void ensure() {
    if (!ready) {
      migrate();
    }
  }

  /** Empties collections and makes their indexes again. */
  public void empty(List<String> collections) {
    collections.forEach(collection -> database.getCollection(collection).drop());
    collections.forEach(this::index);
  }

  private synchronized void migrate() {
    if (!ready) {
      INDEXES.keySet().forEach(this::index);
      ready = true;
    }
  }

  private void index(String collection) {
    for (Bson keys : INDEXES.getOrDefault(collection, List.of())) {
      database.getCollection(collection).createIndex(keys, new IndexOptions());
    }
  }
}
