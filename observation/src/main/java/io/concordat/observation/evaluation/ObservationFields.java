package io.concordat.observation.evaluation;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The members of one observation as they are read. Only the first flaw is told. */
final class ObservationFields {

  private static final int LONGEST = 200;
  private static final int LONGEST_ID = 100;

  private final String path;
  private final int line;
  private @Nullable Flaw flaw;
  private @Nullable String id;
  private @Nullable String contract;
  private @Nullable String version;
  private @Nullable String commitment;
  private @Nullable String producer;
  private @Nullable String unit;
  private boolean measured;
  private double value;
  private boolean judged;
  private long passed;
  private long failed;
  private boolean dated;
  private long at;

  ObservationFields(String path, int line) {
    this.path = path;
    this.line = line;
  }

  /** Reads the value that the parser stands on, to its end. */
  void read(JsonParser json) {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      refuse(ObservationFault.OBSERVATION_MALFORMED, "", "An observation is an object.");
      json.skipChildren();
      return;
    }
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      JsonToken token = json.nextToken();
      if (token != JsonToken.VALUE_NULL) {
        member(name, json, token);
      }
    }
  }

  private void member(String name, JsonParser json, JsonToken token) {
    switch (name) {
      case "id" -> id = text(name, json, token, LONGEST_ID);
      case "contract" -> contract = text(name, json, token, LONGEST);
      case "version" -> version = text(name, json, token, LONGEST_ID);
      case "commitment" -> commitment = text(name, json, token, LONGEST);
      case "producer" -> producer = text(name, json, token, LONGEST_ID);
      case "unit" -> unit = text(name, json, token, LONGEST_ID);
      case "observedAt" -> time(name, text(name, json, token, LONGEST_ID));
      case "value" -> {
        measured = true;
        if (token.isNumeric()) {
          value = json.getDoubleValue();
        } else {
          invalid(name, "must be a number.", json);
        }
      }
      case "passed" -> passed = count(name, json, token);
      case "failed" -> failed = count(name, json, token);
      default -> json.skipChildren();
    }
  }

  private @Nullable String text(String name, JsonParser json, JsonToken token, int longest) {
    if (token != JsonToken.VALUE_STRING) {
      invalid(name, "must be a text.", json);
      return null;
    }
    String text = json.getString();
    if (text.isBlank() || text.length() > longest) {
      invalid(name, "must have 1 to " + longest + " characters.", json);
      return null;
    }
    return text;
  }

  private long count(String name, JsonParser json, JsonToken token) {
    judged = true;
    if (token != JsonToken.VALUE_NUMBER_INT
        || json.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
      invalid(name, "must be a whole number.", json);
      return 0;
    }
    return json.getLongValue();
  }

  private void time(String name, @Nullable String text) {
    if (text == null) {
      return;
    }
    OptionalLong read = ObservationTimes.millis(text);
    if (read.isEmpty()) {
      refuse(
          ObservationFault.OBSERVATION_FIELD_INVALID,
          "." + name,
          name + " must be a time with a zone, such as 2026-03-01T10:00:00Z.");
    } else {
      dated = true;
      at = read.getAsLong();
    }
  }

  private void invalid(String name, String message, JsonParser json) {
    json.skipChildren();
    refuse(ObservationFault.OBSERVATION_FIELD_INVALID, "." + name, name + " " + message);
  }

  /** Notes why it cannot be taken, unless something was noted before. */
  void refuse(ObservationFault fault, String below, String message) {
    if (flaw == null) {
      flaw = new Flaw(fault, message, line, path + below);
    }
  }

  /** Tells of the observation, or of what it lacks. */
  void tell(ObservationReader.Sink sink) {
    if (flaw == null && measured == judged) {
      refuse(
          measured
              ? ObservationFault.OBSERVATION_FIELD_INVALID
              : ObservationFault.OBSERVATION_FIELD_MISSING,
          "",
          "It has either a value, or passed and failed.");
    }
    if (flaw == null && !dated) {
      missing("observedAt");
    }
    if (flaw != null) {
      sink.refuse(flaw);
    } else if (id == null) {
      sink.refuse(missing("id"));
    } else if (contract == null) {
      sink.refuse(missing("contract"));
    } else if (commitment == null) {
      sink.refuse(missing("commitment"));
    } else {
      Reading reading =
          judged
              ? new Reading.Judged(passed, failed)
              : new Reading.Measured(Quantity.of(value, unit));
      sink.take(
          new Observation(id, contract, version, commitment, producer, at, reading), line, path);
    }
  }

  private Flaw missing(String name) {
    Flaw told =
        new Flaw(
            ObservationFault.OBSERVATION_FIELD_MISSING,
            "It has no " + name + ".",
            line,
            path + "." + name);
    flaw = told;
    return told;
  }
}
