package io.concordat.cli.report;

import io.concordat.cli.host.ExitCode;
import java.util.List;

/**
 * All that a command has to say.
 *
 * @param command its name, such as {@code lint}
 * @param sheets one per document, in the order in which they were given
 * @param notes what holds for all of them, one sentence each
 * @param word what the documents are, in the singular
 */
public record Report(String command, List<Sheet> sheets, List<String> notes, String word) {

  /** A report on contracts. */
  public Report(String command, List<Sheet> sheets, List<String> notes) {
    this(command, sheets, notes, "contract");
  }

  public Report {
    sheets = List.copyOf(sheets);
    notes = List.copyOf(notes);
  }

  /** How the run ends: as its gravest document says. */
  public ExitCode exitCode() {
    return sheets.stream()
        .map(sheet -> sheet.outcome().exitCode())
        .reduce(ExitCode.FINE, ExitCode::and);
  }

  /** How many documents have an outcome. */
  public long count(Outcome outcome) {
    return sheets.stream().filter(sheet -> sheet.outcome() == outcome).count();
  }

  /** How many findings of a level there are in all documents. */
  public long count(Level level) {
    return sheets.stream().mapToLong(sheet -> sheet.count(level)).sum();
  }

  /** What became of all documents, in one line. */
  public String summary() {
    StringBuilder line = new StringBuilder();
    line.append(plural(sheets.size(), word))
        .append(": ")
        .append(count(Outcome.PASSED))
        .append(" passed");
    append(line, count(Outcome.FAILED), "failed");
    append(line, count(Outcome.UNREADABLE), "unreadable");
    append(line, count(Outcome.UNAVAILABLE), "not judged, as the server could not be asked");
    append(line, count(Level.ERROR), count(Level.ERROR) == 1 ? "error" : "errors");
    append(line, count(Level.WARNING), count(Level.WARNING) == 1 ? "warning" : "warnings");
    return line.append('.').toString();
  }

  /** A number with a word, in its plural where it must be. */
  static String plural(long count, String word) {
    return count + " " + word + (count == 1 ? "" : "s");
  }

  private static void append(StringBuilder line, long count, String word) {
    if (count > 0) {
      line.append(", ").append(count).append(' ').append(word);
    }
  }
}
