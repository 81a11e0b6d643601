package io.concordat.draft;

/** A source that cannot be read, with the place where that shows. */
public final class DraftException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int line;
  private final int column;

  /**
   * A problem with a source.
   *
   * @param line from 1; 0 where not known
   * @param column from 1; 0 where not known
   */
  public DraftException(String message, int line, int column) {
    super(place(line, column) + message);
    this.line = line;
    this.column = column;
  }

  private static String place(int line, int column) {
    if (line == 0) {
      return "";
    }
    return column == 0 ? "line " + line + ": " : "line " + line + ", column " + column + ": ";
  }

  /** Line from 1; 0 where not known. */
  public int line() {
    return line;
  }

  /** Column from 1; 0 where not known. */
  public int column() {
    return column;
  }
}
