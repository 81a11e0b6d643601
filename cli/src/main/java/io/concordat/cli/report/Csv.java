package io.concordat.cli.report;

import java.util.List;
import java.util.stream.Collectors;

/** Tables as RFC 4180 has them. */
public final class Csv {

  private static final String FORMULA = "=+-@\t\r";

  private Csv() {}

  /**
   * One row with its end of line. Each cell is quoted; one that a spreadsheet would take for a
   * formula gets an apostrophe in front, since names come from documents of others.
   */
  public static String row(List<String> cells) {
    return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String cell(String text) {
    String safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    return "\"" + safe.replace("\"", "\"\"") + "\"";
  }
}
