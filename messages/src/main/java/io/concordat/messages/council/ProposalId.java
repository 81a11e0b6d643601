package io.concordat.messages.council;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.concordat.messages.InvalidValue;
import java.util.UUID;

/** Id of a proposal: a UUID, version 7, so that ids sort by the time they were made. */
public record ProposalId(@JsonValue UUID value) implements Comparable<ProposalId> {

  /** Reads the canonical text form. */
  @JsonCreator
  public static ProposalId of(String text) {
    try {
      return new ProposalId(UUID.fromString(text));
    } catch (IllegalArgumentException notAUuid) {
      throw new InvalidValue("proposal", "must be a UUID, was '" + text + "'");
    }
  }

  /** The event stream. */
  public String stream() {
    return "proposal:" + value;
  }

  @Override
  public int compareTo(ProposalId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
