package io.concordat.queryside.paging;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.concordat.readstore.StoreClients;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Documents of a collection, sorted by a unique text field. Pages are cut by key, never by counting
 * from the start.
 *
 * @param descending whether the greatest key comes first
 */
public record DocumentList(
    MongoCollection<Document> collection, Bson filter, String field, boolean descending)
    implements SortedList<Document> {

  @Override
  public String key(Document element) {
    return element.getString(field);
  }

  @Override
  public List<Document> slice(
      @Nullable String after, @Nullable String before, int limit, boolean fromEnd) {
    List<Bson> bounds = new ArrayList<>();
    bounds.add(filter);
    if (after != null) {
      bounds.add(descending ? Filters.lt(field, after) : Filters.gt(field, after));
    }
    if (before != null) {
      bounds.add(descending ? Filters.gt(field, before) : Filters.lt(field, before));
    }
    boolean greatestFirst = descending != fromEnd;
    List<Document> found =
        find(bounds)
            .sort(greatestFirst ? Sorts.descending(field) : Sorts.ascending(field))
            .limit(limit)
            .into(new ArrayList<>());
    if (fromEnd) {
      Collections.reverse(found);
    }
    return found;
  }

  @Override
  public boolean anyUpTo(String key) {
    return any(descending ? Filters.gte(field, key) : Filters.lte(field, key));
  }

  @Override
  public boolean anyFrom(String key) {
    return any(descending ? Filters.lte(field, key) : Filters.gte(field, key));
  }

  @Override
  public long count() {
    return collection.countDocuments(filter);
  }

  private boolean any(Bson bound) {
    return find(List.of(filter, bound)).limit(1).first() != null;
  }

  private FindIterable<Document> find(List<Bson> bounds) {
    return collection
        .find(Filters.and(bounds))
        .maxTime(StoreClients.QUERY_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
  }
}
