package io.concordat.contract.export;

import io.concordat.contract.odcs.OdcsContract;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The readable page as Markdown (CommonMark with tables). Text of the contract cannot become
 * markup: every character that could be is escaped, and it is always on one line.
 */
final class MarkdownPages implements Exporter {

  private static final String MARKUP = "\\`*_[](#+-.|~:@=$";

  @Override
  public List<ExportFile> files(OdcsContract contract, Notes notes) {
    Page page = Pages.of(contract);
    String text =
        "# "
            + escaped(page.title())
            + "\n\n"
            + page.blocks().stream().map(MarkdownPages::block).collect(Collectors.joining("\n"));
    return List.of(new ExportFile(Words.fileName(contract.id()) + ".md", text));
  }

  private static String block(Page.Block block) {
    return switch (block) {
      case Page.Heading heading ->
          "#".repeat(heading.level()) + " " + escaped(heading.text()) + "\n";
      case Page.Paragraph paragraph -> escaped(paragraph.text()) + "\n";
      case Page.Code code -> MarkdownCode.block(code.text());
      case Page.Table table -> table(table);
    };
  }

  private static String table(Page.Table table) {
    StringBuilder text = new StringBuilder("| ");
    text.append(String.join(" | ", table.head())).append(" |\n|");
    text.append(" --- |".repeat(table.head().size())).append('\n');
    for (List<Page.Cell> row : table.rows()) {
      text.append(
          row.stream().map(MarkdownPages::cell).collect(Collectors.joining(" | ", "| ", " |\n")));
    }
    return text.toString();
  }

  private static String cell(Page.Cell cell) {
    String text = escaped(cell.text());
    return cell.link() == null ? text : "[" + text + "](<" + cell.link() + ">)";
  }

  /**
   * A text on one line without markup: characters of HTML become entities, those of Markdown get a
   * backslash where they could mean something.
   */
  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    String line = Words.line(text);
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        default -> escaped.append(isMarkup(line, i) ? "\\" : "").append(c);
      }
    }
    return escaped.toString();
  }

  /**
   * Marks between letters and digits stay as they are where they mean nothing there, so that {@code
   * settlement_id}, {@code 4.5} and {@code to-day} can be read in the source too.
   */
  private static boolean isMarkup(String line, int i) {
    char c = line.charAt(i);
    if (MARKUP.indexOf(c) < 0) {
      return false;
    }
    boolean inWord =
        i > 0
            && i + 1 < line.length()
            && Character.isLetterOrDigit(line.charAt(i - 1))
            && Character.isLetterOrDigit(line.charAt(i + 1));
    char next = i + 1 < line.length() ? line.charAt(i + 1) : ' ';
    return switch (c) {
      case '_', '-', '+', '=' -> !inWord;
      case '(' -> i > 0 && line.charAt(i - 1) == ']';
      case '#' -> !inWord || Character.isDigit(next);
      case ':' -> i == 0 || next == '/' || isScheme(line, i);
      case '.' ->
          i > 0 && (isAddress(line, i) || (!inWord && Character.isDigit(line.charAt(i - 1))));
      default -> true;
    };
  }

  /** Whether a colon follows a scheme that some readers of Markdown make a link of. */
  private static boolean isScheme(String line, int i) {
    return Stream.of("mailto", "xmpp")
        .anyMatch(
            scheme -> line.regionMatches(true, i - scheme.length(), scheme, 0, scheme.length()));
  }

  /** Whether a dot follows {@code www}, which some readers of Markdown make a link of. */
  private static boolean isAddress(String line, int i) {
    return i >= 3 && line.regionMatches(true, i - 3, "www", 0, 3);
  }
}
