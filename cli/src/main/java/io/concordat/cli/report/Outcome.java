package io.concordat.cli.report;

import io.concordat.cli.host.ExitCode;
import java.util.Locale;

/** What became of one document. */
public enum Outcome {
  /** It was looked at and nothing makes it fail. */
  PASSED(ExitCode.FINE),
  /** It was looked at and fails. */
  FAILED(ExitCode.VIOLATIONS),
  /** It, or what it was to be compared with, could not be read: nothing is known. */
  UNREADABLE(ExitCode.USAGE),
  /** The server could not be asked: nothing is known. */
  UNAVAILABLE(ExitCode.SERVER);

  private final ExitCode exitCode;

  Outcome(ExitCode exitCode) {
    this.exitCode = exitCode;
  }

  /** How a run ends that has only this to tell. */
  public ExitCode exitCode() {
    return exitCode;
  }

  /** Whether the document was looked at to the end. */
  public boolean known() {
    return this == PASSED || this == FAILED;
  }

  /** Its name in lower case, as all formats write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
