package io.concordat.readstore.document;

import org.bson.Document;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Records of the messages as parts of documents and back. What is filtered or sorted by is written
 * field by field instead.
 */
public final class Values {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
  private static final TypeReference<Document> DOCUMENT = new TypeReference<>() {};

  private Values() {}

  /** A record as a document. */
  public static Document document(Object value) {
    return MAPPER.convertValue(value, DOCUMENT);
  }

  /**
   * The record that {@link #document} was made from.
   *
   * @throws RuntimeException of Jackson where the document does not hold such a record
   */
  public static <T> T value(Object document, Class<T> type) {
    return MAPPER.convertValue(document, type);
  }

  /**
   * A record as JSON text: for what is only ever read as a whole and would be slow as a document.
   */
  public static String text(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  /**
   * The record that {@link #text} was made from.
   *
   * @throws RuntimeException of Jackson where the text does not hold such a record
   */
  public static <T> T parse(String text, Class<T> type) {
    return MAPPER.readValue(text, type);
  }
}
