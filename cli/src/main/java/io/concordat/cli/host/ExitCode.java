package io.concordat.cli.host;

/** How a run ends, the mildest first; where several are due, the last of them is told. */
public enum ExitCode {
  /** All is well. */
  FINE(0),
  /** A document breaks a rule, or a change breaks readers. */
  VIOLATIONS(1),
  /** The command was used wrongly, or something could not be read. */
  USAGE(2),
  /** The server or the network failed, or the server does not let the caller in. */
  SERVER(3);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  /** The number that the shell sees. */
  public int code() {
    return code;
  }

  /** The graver of two. */
  public ExitCode and(ExitCode other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
