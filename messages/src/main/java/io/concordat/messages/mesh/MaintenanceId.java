package io.concordat.messages.mesh;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.concordat.messages.InvalidValue;
import java.util.UUID;

/** Id of a maintenance window: a UUID. */
public record MaintenanceId(@JsonValue UUID value) {

  /** Reads the canonical text form. */
  @JsonCreator
  public static MaintenanceId of(String text) {
    try {
      return new MaintenanceId(UUID.fromString(text));
    } catch (IllegalArgumentException notAUuid) {
      throw new InvalidValue("maintenance", "must be a UUID, was '" + text + "'");
    }
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
