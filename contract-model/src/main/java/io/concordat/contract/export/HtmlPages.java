package io.concordat.contract.export;

import io.concordat.contract.odcs.OdcsContract;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The readable page as HTML: one file without scripts, that loads nothing. Text of the contract
 * cannot become markup.
 */
final class HtmlPages implements Exporter {

  private static final String STYLE =
      """
      :root { color-scheme: light dark; }
      body { font: 16px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }
      table { border-collapse: collapse; width: 100%; margin: 1rem 0; }
      th, td { border: 1px solid #8886; padding: .3rem .6rem; text-align: left; vertical-align: top; }
      td { overflow-wrap: break-word; unicode-bidi: isolate; }
      pre { border: 1px solid #8886; padding: .6rem; overflow-x: auto; }
      """;

  @Override
  public List<ExportFile> files(OdcsContract contract, Notes notes) {
    Page page = Pages.of(contract);
    String title = escaped(page.title());
    String html =
        """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <title>%s</title>
        <style>
        %s</style>
        </head>
        <body>
        <h1>%s</h1>
        %s</body>
        </html>
        """
            .formatted(
                title,
                STYLE,
                title,
                page.blocks().stream().map(HtmlPages::block).collect(Collectors.joining()));
    return List.of(new ExportFile(Words.fileName(contract.id()) + ".html", html));
  }

  private static String block(Page.Block block) {
    return switch (block) {
      case Page.Heading heading ->
          "<h%1$d>%2$s</h%1$d>\n".formatted(heading.level(), escaped(heading.text()));
      case Page.Paragraph paragraph -> "<p>" + escaped(paragraph.text()) + "</p>\n";
      case Page.Code code ->
          "<pre><code>"
              + Words.lines(code.text())
                  .lines()
                  .map(HtmlPages::escaped)
                  .collect(Collectors.joining("\n"))
              + "</code></pre>\n";
      case Page.Table table -> table(table);
    };
  }

  private static String table(Page.Table table) {
    String head =
        table.head().stream().map(HtmlPages::escaped).collect(Collectors.joining("</th><th>"));
    StringBuilder html = new StringBuilder("<table>\n<tr><th>" + head + "</th></tr>\n");
    for (List<Page.Cell> row : table.rows()) {
      html.append(
          row.stream()
              .map(HtmlPages::cell)
              .collect(Collectors.joining("</td><td>", "<tr><td>", "</td></tr>\n")));
    }
    return html.append("</table>\n").toString();
  }

  private static String cell(Page.Cell cell) {
    String text = escaped(cell.text());
    return cell.link() == null
        ? text
        : "<a rel=\"noopener noreferrer nofollow\" href=\""
            + escaped(cell.link())
            + "\">"
            + text
            + "</a>";
  }

  /** A text that may stand between tags and in an attribute between double quotes. */
  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    String shown = keepsIndent(text);
    for (int i = 0; i < shown.length(); i++) {
      char c = shown.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }

  private static String keepsIndent(String text) {
    int indent = text.length() - text.stripLeading().length();
    return " ".repeat(text.isBlank() ? 0 : indent) + Words.line(text);
  }
}
