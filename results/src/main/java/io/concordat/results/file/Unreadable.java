package io.concordat.results.file;

/** A file as a whole cannot be read. */
public final class Unreadable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Code code;
  private final int line;
  private final String path;

  /** Stable names; told in {@code docs/errors.md}. */
  public enum Code {
    /** It is no JSON, or breaks off. */
    RESULTS_MALFORMED,
    /** It is JSON, and not what the tool writes, or of a version that is not read. */
    RESULTS_FORMAT_UNKNOWN,
    /** It holds more than is read. */
    RESULTS_TOO_MANY
  }

  Unreadable(Code code, String message, int line, String path) {
    super(message, null, false, false);
    this.code = code;
    this.line = line;
    this.path = path;
  }

  /** Why. */
  public Code code() {
    return code;
  }

  /** Where in the file, from 1. */
  public int line() {
    return line;
  }

  /** Where in the JSON. */
  public String path() {
    return path;
  }

  /** For people. */
  public String message() {
    return String.valueOf(getMessage());
  }
}
