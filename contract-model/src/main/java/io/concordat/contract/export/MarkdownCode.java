package io.concordat.contract.export;

/** Text of a contract as code in Markdown (CommonMark 0.31, sections 4.5 and 6.1). */
public final class MarkdownCode {

  private static final String TICK = "`";
  private static final int LEAST_FENCE = 3;

  private MarkdownCode() {}

  /**
   * A code span: the text on one line between more backticks than stand together in it, so that
   * nothing in it can end the span. A blank text becomes a span with one space.
   */
  public static String span(String text) {
    String line = Words.line(text);
    String fence = TICK.repeat(longestRun(line) + 1);
    boolean touches = line.isEmpty() || line.startsWith(TICK) || line.endsWith(TICK);
    String space = touches ? " " : "";
    return line.isEmpty() ? fence + space + fence : fence + space + line + space + fence;
  }

  /** A fenced block of SQL; its lines stay. */
  static String block(String code) {
    String shown = Words.lines(code);
    String fence = TICK.repeat(Math.max(LEAST_FENCE, longestRun(shown) + 1));
    return fence + "sql\n" + shown + "\n" + fence + "\n";
  }

  private static int longestRun(String text) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = text.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }
}
