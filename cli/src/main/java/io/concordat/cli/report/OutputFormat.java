package io.concordat.cli.report;

import java.util.Locale;

/** The ways to write a report. */
public enum OutputFormat {
  /** For people at a terminal. */
  TEXT,
  /** For programs; the schema is in {@code docs/cli.md}. */
  JSON,
  /** For the test view of build servers. */
  JUNIT,
  /** SARIF 2.1.0, for code scanning. */
  SARIF,
  /** For a comment on a pull request. */
  MARKDOWN,
  /** Workflow commands that GitHub shows beside the lines of a file. */
  GITHUB;

  /** As it is typed. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Writes a report.
   *
   * @param dress how text is coloured; other formats have no colour
   */
  public String write(Report report, Dress dress) {
    return switch (this) {
      case TEXT -> TextFormat.write(report, dress);
      case JSON -> JsonFormat.write(report);
      case JUNIT -> JunitFormat.write(report);
      case SARIF -> SarifFormat.write(report);
      case MARKDOWN -> MarkdownFormat.write(report);
      case GITHUB -> GithubFormat.write(report);
    };
  }
}
