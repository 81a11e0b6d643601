package io.concordat.projections.document;

import io.concordat.readstore.document.Views;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What one event changes in one document, which is made where it is not there yet. It consists of
 *
 * <ul>
 *   <li><b>facts</b>: fields that belong to this very event, so that setting them again, early or
 *       late, changes nothing;
 *   <li><b>standings</b>: fields that newer events of the stream replace. Each is a document whose
 *       first field is the event's sequence number; the store keeps the greater one.
 * </ul>
 */
public final class DocumentChange {

  private final String collection;
  private final Object id;
  private final long sequence;
  private final Map<String, @Nullable Object> facts = new HashMap<>();
  private final Map<String, Object> greatest = new HashMap<>();

  private DocumentChange(String collection, Object id, long sequence) {
    this.collection = collection;
    this.id = id;
    this.sequence = sequence;
  }

  /** A change of a document that keeps, by stream, the sequence number of the newest event. */
  public static DocumentChange of(String collection, Object id, String stream, long sequence) {
    DocumentChange change = new DocumentChange(collection, id, sequence);
    change.greatest.put(Views.SOURCES + "." + stream, sequence);
    return change;
  }

  /** A change of a document all of whose fields belong to one event each. */
  public static DocumentChange ofFacts(String collection, Object id) {
    return new DocumentChange(collection, id, 0);
  }

  /** Sets a field that belongs to this event; null is kept as null. */
  public DocumentChange fact(String path, @Nullable Object value) {
    facts.put(path, value);
    return this;
  }

  /** Sets a field that newer events of the stream replace. */
  public DocumentChange standing(String path, Document value) {
    Document guarded = new Document(Views.SEQUENCE, sequence);
    guarded.putAll(value);
    greatest.put(path, guarded);
    return this;
  }

  /** Sets a field of which the greatest value stays, such as a time that only moves on. */
  public DocumentChange latest(String path, String value) {
    greatest.put(path, value);
    return this;
  }

  /** Collection of the document. */
  public String collection() {
    return collection;
  }

  /** Key of the document. */
  public Object id() {
    return id;
  }

  /** What is set whatever is there, by path. */
  public Map<String, @Nullable Object> facts() {
    return facts;
  }

  /** What is set where it is greater than what is there, by path. */
  public Map<String, Object> greatest() {
    return greatest;
  }
}
