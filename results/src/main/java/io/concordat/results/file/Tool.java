package io.concordat.results.file;

import java.util.Arrays;
import java.util.Optional;

/** Tools whose result files are read. */
public enum Tool {
  /** {@code run_results.json} and {@code sources.json}, with {@code manifest.json}. */
  DBT("dbt"),
  /** Results of validations and of checkpoints, of 0.13 on and of 1.x. */
  GREAT_EXPECTATIONS("great-expectations"),
  /** Scan results of Soda Core 3 and Soda Library. */
  SODA("soda"),
  /** Results of {@code datacontract test}. */
  DATACONTRACT("datacontract"),
  /** Any other: one check a line, as {@code docs/importing-results.md} has it. */
  CHECKS("checks");

  private final String word;

  Tool(String word) {
    this.word = word;
  }

  /** What it is called in addresses and options. */
  public String word() {
    return word;
  }

  /** The tool of a word; empty where there is none. */
  public static Optional<Tool> of(String word) {
    return Arrays.stream(values()).filter(tool -> tool.word.equals(word)).findFirst();
  }
}
