package io.concordat.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON that drafts are made of. */
final class JsonSource {

  private static final int DEEPEST = 200;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .build())
          .build();

  private JsonSource() {}

  /**
   * Reads a text.
   *
   * @throws DraftException with line and column where it is not JSON
   */
  static JsonNode read(String text) {
    try {
      JsonNode node = MAPPER.readTree(text);
      if (node == null || node.isMissingNode()) {
        throw new DraftException("the text is empty", 1, 1);
      }
      return node;
    } catch (StreamReadException e) {
      TokenStreamLocation place = e.getLocation();
      throw new DraftException(
          "this is not JSON: " + e.getOriginalMessage(),
          place == null ? 0 : place.getLineNr(),
          place == null ? 0 : place.getColumnNr());
    } catch (JacksonException e) {
      throw new DraftException("this is not JSON: " + e.getOriginalMessage(), 0, 0);
    }
  }

  /** A member that is a text and not blank. */
  static Optional<String> text(JsonNode node, String name) {
    JsonNode value = node.get(name);
    return value != null && value.isString() && !value.asString().isBlank()
        ? Optional.of(value.asString())
        : Optional.empty();
  }

  /** A member that is a text; null where it is absent, blank or something else. */
  static @Nullable String textOrNull(JsonNode node, String name) {
    return text(node, name).orElse(null);
  }

  /** The texts in a member that is a list. */
  static List<String> texts(JsonNode node, String name) {
    List<String> texts = new ArrayList<>();
    JsonNode list = node.get(name);
    if (list != null && list.isArray()) {
      for (JsonNode item : list) {
        if (item.isString()) {
          texts.add(item.asString());
        }
      }
    }
    return texts;
  }
}
