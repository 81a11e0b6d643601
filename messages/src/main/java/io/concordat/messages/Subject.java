package io.concordat.messages;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Identifier of a person or machine as the identity provider knows it: the {@code sub} claim. The
 * only personal data that events hold.
 *
 * @param value 1 to 200 characters, no control characters
 */
public record Subject(@JsonValue String value) {

  @JsonCreator
  public Subject {
    Shape.line("subject", value, 200);
  }

  @Override
  public String toString() {
    return value;
  }
}
