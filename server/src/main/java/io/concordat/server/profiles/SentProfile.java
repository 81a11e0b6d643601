package io.concordat.server.profiles;

import io.concordat.messages.InvalidValue;
import io.concordat.messages.contract.ContractId;
import io.concordat.profile.BadProfile;
import io.concordat.profile.FieldSketch;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A profile as it was sent.
 *
 * @param version null where it was not told
 * @param fields bytes of {@link FieldSketch#toBytes}, by field; each of them can be read
 * @param problems what is wrong with the other fields
 */
record SentProfile(
    ContractId contract,
    @Nullable String version,
    Window window,
    String producer,
    Map<String, byte[]> fields,
    List<Problem> problems) {

  /** Most fields of one request. */
  static final int MOST_FIELDS = 2_000;

  /** Most bytes of one field's sketches. */
  static final int MOST_BYTES = 131_072;

  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_FIELD = 500;
  private static final Duration AHEAD = Duration.ofMinutes(5);

  /** The profile as a whole is not taken. */
  static final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    Refused(String code, String message, @Nullable String path) {
      super(message, null, false, false);
      this.problem = new Problem(code, message, path);
    }

    Problem problem() {
      return problem;
    }
  }

  /**
   * Reads a body.
   *
   * @param sender who is the producer where none is named
   * @throws Refused where it is no profile
   */
  static SentProfile read(JsonMapper json, byte[] body, Instant now, String sender) {
    JsonNode root;
    try {
      root = json.readTree(body);
    } catch (JacksonException broken) {
      throw new Refused(Problem.MALFORMED, "The body is no JSON.", null);
    }
    if (!root.isObject()) {
      throw new Refused(Problem.MALFORMED, "The body must be one JSON object.", null);
    }
    Window window = new Window(time(root, "from"), time(root, "to"));
    if (!window.to().isAfter(window.from())) {
      throw new Refused(Problem.INVALID, "The window must end after it begins.", "$.to");
    }
    if (window.to().isAfter(now.plus(AHEAD))) {
      throw new Refused(Problem.INVALID, "The window has not ended yet.", "$.to");
    }
    String version = root.hasNonNull("version") ? text(root, "version", LONGEST_NAME) : null;
    String producer = root.hasNonNull("producer") ? text(root, "producer", LONGEST_NAME) : sender;
    JsonNode fields = root.path("fields");
    if (!fields.isObject() || fields.isEmpty() || fields.size() > MOST_FIELDS) {
      throw new Refused(
          Problem.INVALID,
          "fields must be an object with 1 to " + MOST_FIELDS + " members.",
          "$.fields");
    }
    Map<String, byte[]> taken = new LinkedHashMap<>();
    List<Problem> problems = new ArrayList<>();
    fields
        .properties()
        .forEach(each -> {
          Problem problem = take(each.getKey(), each.getValue(), taken);
          if (problem != null) {
            problems.add(problem);
          }
        });
    return new SentProfile(contract(root), version, window, producer, taken, problems);
  }

  private static @Nullable Problem take(String field, JsonNode value, Map<String, byte[]> taken) {
    String path = "$.fields['" + field + "']";
    if (field.isBlank() || field.length() > LONGEST_FIELD || field.indexOf('\0') >= 0) {
      return new Problem(
          Problem.INVALID, "A field has 1 to " + LONGEST_FIELD + " characters.", "$.fields");
    }
    if (!value.isString()) {
      return new Problem(Problem.INVALID, "A field's sketches are a text in Base64.", path);
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(value.asString());
      if (bytes.length > MOST_BYTES) {
        return new Problem(
            Problem.TOO_LARGE, "A field may have " + MOST_BYTES + " bytes at most.", path);
      }
      FieldSketch.of(bytes).figures();
      taken.put(field, bytes);
      return null;
    } catch (BadProfile bad) {
      return new Problem(bad.fault().name(), String.valueOf(bad.getMessage()), path);
    } catch (IllegalArgumentException noBase64) {
      return new Problem(Problem.INVALID, "A field's sketches are a text in Base64.", path);
    }
  }

  private static ContractId contract(JsonNode root) {
    try {
      return new ContractId(text(root, "contract", LONGEST_FIELD));
    } catch (InvalidValue wrong) {
      throw new Refused(Problem.INVALID, String.valueOf(wrong.getMessage()), "$.contract");
    }
  }

  private static Instant time(JsonNode root, String name) {
    try {
      return OffsetDateTime.parse(text(root, name, LONGEST_NAME)).toInstant();
    } catch (DateTimeParseException wrong) {
      throw new Refused(
          Problem.INVALID, name + " must be a time of RFC 3339 with its zone.", "$." + name);
    }
  }

  private static String text(JsonNode root, String name, int longest) {
    JsonNode value = root.path(name);
    if (!value.isString()
        || value.asString().isBlank()
        || value.asString().length() > longest
        || value.asString().indexOf('\0') >= 0) {
      throw new Refused(
          Problem.INVALID,
          name + " must be a text of 1 to " + longest + " characters.",
          "$." + name);
    }
    return value.asString();
  }
}
