package io.concordat.messages.anomaly;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.concordat.messages.InvalidValue;
import io.concordat.messages.contract.ContractId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * Id of an anomaly, made of what it is about: the same one has the same id wherever it is found.
 */
public record AnomalyId(@JsonValue UUID value) {

  /** Reads the canonical text form. */
  @JsonCreator
  public static AnomalyId of(String text) {
    try {
      return new AnomalyId(UUID.fromString(text));
    } catch (IllegalArgumentException notAUuid) {
      throw new InvalidValue("anomaly", "must be a UUID, was '" + text + "'");
    }
  }

  /** That of a field, window and kind. */
  public static AnomalyId of(
      ContractId contract, String field, Instant from, Instant to, AnomalyKind kind) {
    String name = String.join("\n", contract.value(), field, "" + from, "" + to, kind.name());
    return new AnomalyId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
  }

  /** The event stream. */
  public String stream() {
    return "anomaly:" + value;
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
