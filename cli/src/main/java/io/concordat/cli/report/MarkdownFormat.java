package io.concordat.cli.report;

import java.util.List;

/**
 * For a comment on a pull request. Whatever a contract says is shown as text: no line begins with
 * it, and nothing of it is markup.
 */
final class MarkdownFormat {

  /** Finds the comment again, so that it is changed in place. */
  static final String MARK = "<!-- concordat -->";

  /** Sites refuse comments of more than 65,536 characters; two reports make one comment. */
  private static final int MOST_CHARACTERS = 30_000;

  private static final int MOST_ROWS = 50;

  private MarkdownFormat() {}

  static String write(Report report) {
    StringBuilder text = new StringBuilder();
    text.append(MARK).append("\n## Concordat: ").append(report.command()).append("\n\n");
    text.append(report.summary()).append("\n");
    int left = 0;
    for (Sheet sheet : report.sheets()) {
      if (sheet.isQuiet()) {
        continue;
      }
      String section = sheet(sheet);
      if (text.length() + section.length() > MOST_CHARACTERS) {
        left++;
      } else {
        text.append(section);
      }
    }
    if (left > 0) {
      text.append(
          "\n%s more than fit into a comment; run `concordat %s` to see all.\n"
              .formatted(Report.plural(left, report.word()), report.command()));
    }
    report
        .notes()
        .forEach(note -> text.append("\n*Note:* ").append(Escapes.markdown(note)).append("\n"));
    return text.toString();
  }

  private static String sheet(Sheet sheet) {
    StringBuilder text = new StringBuilder("\n### ");
    text.append(mark(sheet.outcome())).append(' ');
    String contract = sheet.contract();
    text.append(Escapes.markdown(contract == null ? sheet.file() : contract));
    if (sheet.version() != null) {
      text.append(' ').append(Escapes.markdown(sheet.version()));
    }
    text.append("\n\nFile ").append(Escapes.markdown(sheet.file())).append(".\n");
    String problem = sheet.problem();
    if (problem != null) {
      text.append("\n**Nothing is known of it.** ").append(Escapes.markdown(problem)).append("\n");
    }
    Sheet.Step step = sheet.step();
    if (step != null) {
      text.append("\n**Version.** ").append(Escapes.markdown(Words.step(step))).append("\n");
    }
    findings(text, sheet.findings());
    readers(text, sheet.readers());
    return text.toString();
  }

  private static void findings(StringBuilder text, List<Finding> findings) {
    if (findings.isEmpty()) {
      return;
    }
    text.append("\n| | line | what | rule |\n|---|---|---|---|\n");
    for (Finding finding : findings.stream().limit(MOST_ROWS).toList()) {
      text.append("| ").append(kind(finding)).append(" | ");
      text.append(finding.line() == null ? "" : finding.line()).append(" | ");
      text.append(Escapes.markdown(finding.message())).append(" | ");
      text.append(Escapes.markdown(finding.rule())).append(" |\n");
    }
    if (findings.size() > MOST_ROWS) {
      text.append("\n%s more.\n".formatted(findings.size() - MOST_ROWS));
    }
  }

  private static void readers(StringBuilder text, List<Sheet.Reader> readers) {
    if (readers.isEmpty()) {
      return;
    }
    text.append("\n**Concerned consumers**\n\n| consumer | name | reads |\n|---|---|---|\n");
    for (Sheet.Reader reader : readers.stream().limit(MOST_ROWS).toList()) {
      text.append("| ").append(Escapes.markdown(reader.id()));
      text.append(" | ").append(Escapes.markdown(reader.name()));
      text.append(" | ")
          .append(
              reader.elements().isEmpty()
                  ? "any field"
                  : Escapes.markdown(String.join(", ", reader.elements())));
      text.append(" |\n");
    }
    if (readers.size() > MOST_ROWS) {
      text.append("\n%s more.\n".formatted(readers.size() - MOST_ROWS));
    }
  }

  private static String kind(Finding finding) {
    return finding.change() == null
        ? "**" + finding.level().word() + "**"
        : "**" + finding.change().kind().name().toLowerCase(java.util.Locale.ROOT) + "**";
  }

  private static String mark(Outcome outcome) {
    return switch (outcome) {
      case PASSED -> "✅";
      case FAILED -> "❌";
      case UNREADABLE, UNAVAILABLE -> "⚠️";
    };
  }
}
