package io.concordat.observation.openlineage;

import io.concordat.messages.observed.LineageStatement;

/** What reading an event gave. */
public sealed interface LineageReading {

  /** It is an event. */
  record Taken(LineageStatement statement) implements LineageReading {}

  /** It is no JSON, or not one event. */
  record Malformed(String message) implements LineageReading {}

  /**
   * It is JSON, but not as the standard has it.
   *
   * @param path where, such as {@code $.run.runId}
   */
  record Invalid(String path, String message) implements LineageReading {}
}
