package io.concordat.observation.openlineage;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Walks through a JSON text, once and forward: each method finds the parser on a value and leaves
 * it at the value's end. What nobody asks for is passed over.
 */
final class JsonWalk {

  private final JsonParser json;

  JsonWalk(JsonParser json) {
    this.json = json;
  }

  /**
   * Walks an object; null counts as one without members.
   *
   * @param member told each name; must walk the value or {@link #pass} it
   */
  void object(String path, Consumer<String> member) {
    JsonToken token = json.currentToken();
    if (token == JsonToken.VALUE_NULL) {
      return;
    }
    if (token != JsonToken.START_OBJECT) {
      throw invalid(path, "must be an object.");
    }
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = whole(json.currentName());
      json.nextToken();
      member.accept(name);
    }
  }

  /** Walks a list; null counts as an empty one. */
  void list(String path, Consumer<String> item) {
    JsonToken token = json.currentToken();
    if (token == JsonToken.VALUE_NULL) {
      return;
    }
    if (token != JsonToken.START_ARRAY) {
      throw invalid(path, "must be a list.");
    }
    for (int index = 0; json.nextToken() != JsonToken.END_ARRAY; index++) {
      item.accept(path + "[" + index + "]");
    }
  }

  /** A text, or null. */
  @Nullable String text(String path) {
    return switch (json.currentToken()) {
      case VALUE_STRING -> whole(json.getString());
      case VALUE_NULL -> null;
      case null, default -> throw invalid(path, "must be a text.");
    };
  }

  /**
   * JSON may escape half of a character; no store can keep it. It is read as U+FFFD, so that a name
   * is the same here and where it is stored.
   */
  private static String whole(String text) {
    if (text.chars().noneMatch(letter -> Character.isSurrogate((char) letter))) {
      return text;
    }
    return text.codePoints()
        .map(letter -> letter <= 0xFFFF && Character.isSurrogate((char) letter) ? 0xFFFD : letter)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** Whether the value is {@code true}. */
  boolean isTrue() {
    boolean is = json.currentToken() == JsonToken.VALUE_TRUE;
    pass();
    return is;
  }

  /** Whether the value is null. */
  boolean isNull() {
    return json.currentToken() == JsonToken.VALUE_NULL;
  }

  /** Leaves the value unread. */
  void pass() {
    json.skipChildren();
  }

  /** What must be there. */
  static String needed(String path, @Nullable String value) {
    if (value == null) {
      throw invalid(path, "must be given.");
    }
    return value;
  }

  static NotAnEvent invalid(String path, String message) {
    return new NotAnEvent(new LineageReading.Invalid(path, message));
  }
}
