package io.concordat.messages.request;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.concordat.messages.InvalidValue;
import java.util.UUID;

/** Id of a data request: a UUID, version 7, so that ids sort by the time they were made. */
public record DataRequestId(@JsonValue UUID value) implements Comparable<DataRequestId> {

  /** Reads the canonical text form. */
  @JsonCreator
  public static DataRequestId of(String text) {
    try {
      return new DataRequestId(UUID.fromString(text));
    } catch (IllegalArgumentException notAUuid) {
      throw new InvalidValue("request", "must be a UUID, was '" + text + "'");
    }
  }

  /** The event stream. */
  public String stream() {
    return "request:" + value;
  }

  @Override
  public int compareTo(DataRequestId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
