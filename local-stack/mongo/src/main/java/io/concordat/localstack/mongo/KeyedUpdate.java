package io.concordat.localstack.mongo;

import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code $set} and {@code $max} on one document, which copies the documents along the changed paths
 * and shares all others with the one before. The backend would copy, compare and measure the whole
 * document for each update.
 *
 * <p>It knows plain paths through documents only; of all else it says so, and the backend does it.
 */
final class KeyedUpdate {

  private static final String ID = "_id";
  private static final Set<String> KNOWN = Set.of("$set", "$max");

  private final Set<Document> own = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Document root;
  private boolean changed;

  private KeyedUpdate(Document root) {
    this.root = root;
    own.add(root);
  }

  /**
   * What an update makes of a document.
   *
   * @param after the document, {@code before} itself where nothing changes
   */
  record Outcome(Document after, boolean changed) {}

  /** Whether a selector names one document by a key that is a text, and nothing else. */
  static @Nullable String key(Document selector) {
    return selector.size() == 1 && selector.get(ID) instanceof String key ? key : null;
  }

  /**
   * Applies an update; {@code before} stays as it is.
   *
   * @return empty where the update holds what is not known here
   */
  static Optional<Outcome> apply(Document before, Document update) {
    if (update.isEmpty() || !KNOWN.containsAll(update.keySet())) {
      return Optional.empty();
    }
    KeyedUpdate copy = new KeyedUpdate(before.clone());
    for (Map.Entry<String, Object> operator : update.entrySet()) {
      if (!(operator.getValue() instanceof Document fields)) {
        return Optional.empty();
      }
      boolean greatest = operator.getKey().equals("$max");
      for (Map.Entry<String, Object> field : fields.entrySet()) {
        if (!copy.put(field.getKey(), field.getValue(), greatest)) {
          return Optional.empty();
        }
      }
    }
    return Optional.of(new Outcome(copy.changed ? copy.root : before, copy.changed));
  }

  private boolean put(String path, @Nullable Object value, boolean greatest) {
    List<String> names = List.of(path.split("\\.", -1));
    if (names.getFirst().equals(ID)
        || names.stream().anyMatch(name -> name.isEmpty() || name.startsWith("$"))) {
      return false;
    }
    Document at = root;
    for (String name : names.subList(0, names.size() - 1)) {
      Object next = at.get(name);
      if (next == null && !at.containsKey(name)) {
        next = new Document();
      } else if (!(next instanceof Document)) {
        return false;
      }
      Document copied = next instanceof Document document ? own(document) : new Document();
      at.put(name, copied);
      at = copied;
    }
    String name = names.getLast();
    Object old = at.get(name);
    if (greatest && at.containsKey(name)) {
      if (!comparable(old, value)) {
        return false;
      }
      if (ValueComparator.asc().compare(old, value) >= 0) {
        return true;
      }
    }
    if (!at.containsKey(name) || !Objects.equals(old, value)) {
      at.put(name, value);
      changed = true;
    }
    return true;
  }

  private Document own(Document document) {
    if (own.contains(document)) {
      return document;
    }
    Document copy = document.clone();
    own.add(copy);
    return copy;
  }

  private static boolean comparable(@Nullable Object one, @Nullable Object other) {
    return one instanceof Number && other instanceof Number
        || one instanceof Document && other instanceof Document;
  }
}
