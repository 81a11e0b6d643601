package io.concordat.messages.council;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.concordat.messages.InvalidValue;
import java.util.UUID;

/**
 * Id of a comment on a proposal: a UUID, version 7, so that ids sort by the time they were made.
 */
public record CommentId(@JsonValue UUID value) {

  /** Reads the canonical text form. */
  @JsonCreator
  public static CommentId of(String text) {
    try {
      return new CommentId(UUID.fromString(text));
    } catch (IllegalArgumentException notAUuid) {
      throw new InvalidValue("comment", "must be a UUID, was '" + text + "'");
    }
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
