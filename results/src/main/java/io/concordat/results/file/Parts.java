package io.concordat.results.file;

import io.concordat.results.file.Unreadable.Code;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * Reads the JSON documents of a stream, one after the other, without the members that nobody asks
 * for: what is passed over takes no memory. UTF-8, UTF-16 and UTF-32 are told by their first bytes.
 */
final class Parts {

  /** Most values that are kept of one document. */
  private static final int MOST = 5_000_000;

  /** Python writes NaN and Infinity into its JSON. */
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  private final Keep keep;
  private final JsonParser json;
  private final int before;
  private int count;

  private Parts(Keep keep, JsonParser json, int before) {
    this.keep = keep;
    this.json = json;
    this.before = before;
  }

  /** Which members are read. */
  interface Keep {

    /**
     * Whether one is.
     *
     * @param depth 1 for members of the document, 2 for members or elements of these, and so on
     * @param above name of the member, or the index, that it stands in; empty at depth 1
     */
    boolean member(int depth, String above, String name);
  }

  /**
   * Reads all documents of a stream.
   *
   * @throws Unreadable where one is no JSON; those before it were told
   */
  static void read(InputStream in, Keep keep, Consumer<Part> document) {
    int line = 1;
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), in)) {
      boolean empty = true;
      while (json.nextToken() != null) {
        empty = false;
        line = json.currentTokenLocation().getLineNr();
        document.accept(new Parts(keep, json, 0).value(null, "", 0));
      }
      if (empty) {
        throw new Unreadable(Code.RESULTS_MALFORMED, "It is empty.", 1, "$");
      }
    } catch (JacksonException broken) {
      int at = broken.getLocation() == null ? line : broken.getLocation().getLineNr();
      throw new Unreadable(
          Code.RESULTS_MALFORMED,
          "It is no JSON, or breaks off: " + broken.getOriginalMessage(),
          Math.max(1, at),
          "$");
    }
  }

  /**
   * Reads the one document of a line; nothing where it is blank.
   *
   * @param line its number, from 1
   */
  static void readLine(byte[] text, int line, Consumer<Part> document) {
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
      if (json.nextToken() == null) {
        return;
      }
      Part read = new Parts((_, _, _) -> true, json, line - 1).value(null, "", 0);
      if (json.nextToken() != null) {
        throw new Unreadable(Code.RESULTS_MALFORMED, "A line holds one result.", line, "$");
      }
      document.accept(read);
    } catch (JacksonException broken) {
      throw new Unreadable(Code.RESULTS_MALFORMED, broken.getOriginalMessage(), line, "$");
    }
  }

  private Part value(@Nullable Part parent, String step, int depth) {
    Part part = new Part(parent, step, before + json.currentTokenLocation().getLineNr());
    count++;
    if (count > MOST) {
      throw new Unreadable(
          Code.RESULTS_TOO_MANY,
          "It holds more than %,d values; split it.".formatted(MOST),
          part.line(),
          part.path());
    }
    switch (json.currentToken()) {
      case START_OBJECT -> part.set(object(part, step, depth));
      case START_ARRAY -> part.set(list(part, depth));
      case VALUE_STRING -> part.set(json.getString());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> part.set(json.getDoubleValue());
      case VALUE_TRUE -> part.set(Boolean.TRUE);
      case VALUE_FALSE -> part.set(Boolean.FALSE);
      case null, default -> part.set(null);
    }
    return part;
  }

  private Map<String, Part> object(Part part, String step, int depth) {
    String above = step.startsWith(".") ? step.substring(1) : step;
    Map<String, Part> members = new LinkedHashMap<>();
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      json.nextToken();
      if (keep.member(depth + 1, above, name)) {
        members.put(name, value(part, "." + name, depth + 1));
      } else {
        json.skipChildren();
      }
    }
    return members;
  }

  private List<Part> list(Part part, int depth) {
    List<Part> elements = new ArrayList<>();
    for (int index = 0; json.nextToken() != JsonToken.END_ARRAY; index++) {
      elements.add(value(part, "[" + index + "]", depth + 1));
    }
    return elements;
  }
}
