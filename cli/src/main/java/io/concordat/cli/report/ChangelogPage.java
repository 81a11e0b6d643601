package io.concordat.cli.report;

import io.concordat.messages.contract.ChangeKind;
import io.concordat.messages.contract.ContractChange;
import java.util.List;
import java.util.Objects;

/** What has changed, as Markdown for a file that people read. */
public final class ChangelogPage {

  private ChangelogPage() {}

  /**
   * Writes one section per document that has changed.
   *
   * @param sheets of comparisons, in the order in which they are to be shown
   */
  public static String write(List<Sheet> sheets) {
    StringBuilder text = new StringBuilder("# Changelog\n");
    int written = text.length();
    sheets.forEach(sheet -> section(text, sheet));
    if (text.length() == written) {
      text.append("\nNothing has changed.\n");
    }
    return text.toString();
  }

  private static void section(StringBuilder text, Sheet sheet) {
    Sheet.Step step = sheet.step();
    if (sheet.problem() == null && (step == null || unchanged(step))) {
      return;
    }
    String contract = sheet.contract();
    text.append("\n## ").append(Escapes.markdown(contract == null ? sheet.file() : contract));
    if (sheet.version() != null) {
      text.append(' ').append(Escapes.markdown(sheet.version()));
    }
    text.append('\n');
    if (sheet.problem() != null) {
      text.append("\n**Not compared.** ").append(Escapes.markdown(sheet.problem())).append('\n');
    } else if (step != null && step.before() == null) {
      text.append("\nNew.\n");
    } else if (step != null && step.after() == null) {
      text.append("\nGone.\n");
    } else if (step != null && step.before() != null) {
      text.append("\nSince ").append(Escapes.markdown(step.before())).append(".\n");
    }
    for (ChangeKind kind : ChangeKind.values()) {
      changes(text, sheet, kind);
    }
  }

  private static boolean unchanged(Sheet.Step step) {
    return step.before() != null && step.after() != null && step.bump().equals("none");
  }

  private static void changes(StringBuilder text, Sheet sheet, ChangeKind kind) {
    List<ContractChange> changes =
        sheet.findings().stream()
            .map(Finding::change)
            .filter(Objects::nonNull)
            .filter(change -> change.kind() == kind)
            .toList();
    if (changes.isEmpty()) {
      return;
    }
    String title =
        switch (kind) {
          case BREAKING -> "Breaking";
          case ADDITIVE -> "Added";
          case COSMETIC -> "Cosmetic";
        };
    text.append("\n### ").append(title).append("\n\n");
    for (ContractChange change : changes) {
      text.append("- ").append(Escapes.markdown(change.description())).append('\n');
    }
  }
}
