package io.concordat.cli.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** For people: what fails, then one line over all. */
final class TextFormat {

  private TextFormat() {}

  static String write(Report report, Dress dress) {
    StringBuilder text = new StringBuilder();
    boolean single = report.sheets().size() == 1;
    for (Sheet sheet : report.sheets()) {
      if (single || !sheet.isQuiet()) {
        sheet(text, sheet, dress);
      }
    }
    report.notes().forEach(note -> text.append("Note: ").append(Escapes.line(note)).append('\n'));
    return text.append(report.summary()).append('\n').toString();
  }

  private static void sheet(StringBuilder text, Sheet sheet, Dress dress) {
    text.append(dress.of(sheet.outcome(), sheet.outcome().word()))
        .append("  ")
        .append(dress.strong(Escapes.line(sheet.file())));
    if (sheet.contract() != null) {
      text.append("  ").append(Escapes.line(sheet.contract()));
      text.append(sheet.version() == null ? "" : " " + Escapes.line(sheet.version()));
    }
    text.append('\n');
    String problem = sheet.problem();
    if (problem != null) {
      text.append("  ").append(Escapes.line(problem)).append('\n');
    }
    for (Finding finding : sheet.findings()) {
      finding(text, finding, dress);
    }
    step(text, sheet.step());
    readers(text, sheet.readers());
  }

  private static void finding(StringBuilder text, Finding finding, Dress dress) {
    String place = place(finding);
    text.append("  ")
        .append(dress.of(finding.level(), "%-7s".formatted(finding.level().word())))
        .append(" %8s  ".formatted(place))
        .append(Escapes.line(finding.message()))
        .append(
            dress.faint(
                "  [%s] %s".formatted(Escapes.line(finding.rule()), Escapes.line(finding.path()))))
        .append('\n');
  }

  private static String place(Finding finding) {
    if (finding.line() == null) {
      return "";
    }
    return finding.column() == null
        ? String.valueOf(finding.line())
        : finding.line() + ":" + finding.column();
  }

  private static void step(StringBuilder text, Sheet.@Nullable Step step) {
    if (step != null) {
      text.append("  ").append(Escapes.line(Words.step(step))).append('\n');
    }
  }

  private static void readers(StringBuilder text, List<Sheet.Reader> readers) {
    if (readers.isEmpty()) {
      return;
    }
    text.append("  Concerned:\n");
    for (Sheet.Reader reader : readers) {
      text.append("    ").append(Escapes.line(reader.id()));
      text.append("  ").append(Escapes.line(reader.name()));
      if (!reader.elements().isEmpty()) {
        text.append("  reads ").append(Escapes.line(String.join(", ", reader.elements())));
      }
      text.append('\n');
    }
  }
}
