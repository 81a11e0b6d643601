package io.concordat.cli.input;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A document that the command was given. */
public sealed interface Input {

  /** What the command calls it: the path as it was typed, or {@code stdin}. */
  String name();

  /**
   * A document that was read.
   *
   * @param file where it stands; null for standard input
   */
  record Text(String name, @Nullable Path file, String text) implements Input {}

  /**
   * A document that could not be read.
   *
   * @param problem why, one sentence
   */
  record Unreadable(String name, String problem) implements Input {}
}
