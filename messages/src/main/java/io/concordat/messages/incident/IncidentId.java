package io.concordat.messages.incident;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.concordat.messages.InvalidValue;
import java.util.UUID;

/** Id of an incident: a UUID, version 7, so that ids sort by the time they were made. */
public record IncidentId(@JsonValue UUID value) implements Comparable<IncidentId> {

  /** Reads the canonical text form. */
  @JsonCreator
  public static IncidentId of(String text) {
    try {
      return new IncidentId(UUID.fromString(text));
    } catch (IllegalArgumentException notAUuid) {
      throw new InvalidValue("incident", "must be a UUID, was '" + text + "'");
    }
  }

  /** The event stream. */
  public String stream() {
    return "incident:" + value;
  }

  @Override
  public int compareTo(IncidentId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
