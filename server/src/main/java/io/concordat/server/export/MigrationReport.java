package io.concordat.server.export;

import io.concordat.contract.export.MarkdownCode;
import io.concordat.graphql.migration.Milestone;
import io.concordat.messages.migration.MigrationStatus;
import io.concordat.messages.migration.MigrationView;
import io.concordat.messages.migration.MigrationView.Extension;
import io.concordat.messages.migration.MigrationView.Participant;
import io.concordat.messages.migration.MigrationView.Step;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A migration as a Markdown page: who moved when, and who was late. */
final class MigrationReport {

  private MigrationReport() {}

  static String of(MigrationView migration) {
    StringBuilder page = new StringBuilder();
    page.append("# ")
        .append(migration.id().contract())
        .append(": from ")
        .append(migration.id().version())
        .append(" to ")
        .append(migration.successor())
        .append("\n\n");
    boolean closed = migration.status() == MigrationStatus.CLOSED;
    List<Participant> waiting =
        migration.participants().stream().filter(each -> each.status().isPending()).toList();
    page.append(
            closed
                ? "Closed on " + minute(migration.closedAt())
                : "Open; the old version is served until " + minute(migration.supportedUntil()))
        .append(". ")
        .append(migration.participants().size() - waiting.size())
        .append(" of ")
        .append(migration.participants().size())
        .append(" have moved.\n\nAffected: ")
        .append(
            migration.affected().all()
                ? "the contract as a whole"
                : code(migration.affected().elements()))
        .append(".\n\n## ")
        .append(closed ? "Late" : "Not moved yet")
        .append("\n\n");
    if (waiting.isEmpty()) {
      page.append("Nobody.\n");
    }
    waiting.forEach(each ->
        page.append("- ")
            .append(MarkdownCode.span(each.id().value()))
            .append(": ")
            .append(code(each.elements()))
            .append('\n'));
    page.append("\n## Readers\n\n")
        .append(
            "| reader | domain | status | announced | acknowledged | moving | moved | more time |\n")
        .append("|---|---|---|---|---|---|---|---|\n");
    migration.participants().forEach(each -> row(page, each));
    page.append("\n## Timeline\n\n");
    Milestone.of(migration).forEach(milestone -> step(page, milestone));
    return page.toString();
  }

  private static void row(StringBuilder page, Participant each) {
    page.append("| ")
        .append(MarkdownCode.span(each.id().value()))
        .append(" | ")
        .append(each.id().domain())
        .append(" | ")
        .append(each.status())
        .append(" | ")
        .append(minute(each.announcedAt()))
        .append(" | ")
        .append(step(each.acknowledged()))
        .append(" | ")
        .append(step(each.started()))
        .append(" | ")
        .append(step(each.completed()))
        .append(" | ")
        .append(extension(each.extension()))
        .append(" |\n");
  }

  private static void step(StringBuilder page, Milestone milestone) {
    Integer days = milestone.daysBefore();
    page.append("- ")
        .append(minute(milestone.at()))
        .append(": ")
        .append(
            switch (milestone.kind()) {
              case ANNOUNCED -> "announced";
              case REMINDER ->
                  "reminder, " + days + (days != null && days == 1 ? " day" : " days") + " before";
              case RETIREMENT -> "retirement";
            })
        .append(milestone.happened() ? "" : " (to come)")
        .append('\n');
  }

  private static String step(@Nullable Step step) {
    return step == null ? "" : minute(step.at()) + " by " + MarkdownText.escaped(step.by().value());
  }

  private static String extension(@Nullable Extension extension) {
    if (extension == null) {
      return "";
    }
    Boolean granted = extension.granted();
    String answer = extension.answer();
    return "until "
        + minute(extension.until())
        + " ("
        + MarkdownText.escaped(extension.reason())
        + "): "
        + (granted == null ? "not answered" : granted ? "granted" : "declined")
        + (answer == null ? "" : ", " + MarkdownText.escaped(answer));
  }

  private static String code(List<String> elements) {
    return elements.isEmpty()
        ? "the contract as a whole"
        : elements.stream().map(MarkdownCode::span).collect(Collectors.joining(", "));
  }

  private static String minute(@Nullable Instant at) {
    return at == null ? "" : MarkdownText.minute(at);
  }
}
