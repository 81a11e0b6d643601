package io.concordat.cli.migration;

import io.concordat.cli.report.Escapes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Migrations in GraphQL and for people. */
final class Texts {

  private static final String FIELDS =
      """
      fragment whole on Migration {
        id version successor status affected affectsAll openedAt supportedUntil closedAt
        timeline { kind at daysBefore happened }
        participants {
          id kind status elements domain { id } acknowledgedAt startedAt completedAt
          extension { until reason granted answer }
        }
      }\
      """;

  /** The question for a page of migrations. */
  static final String LIST =
      """
      query($open: Boolean, $domain: ID, $first: Int, $after: String) {
        migrations(open: $open, domain: $domain, first: $first, after: $after) {
          edges { node { id version successor status supportedUntil participants { id status } } }
          pageInfo { hasNextPage endCursor }
        }
      }\
      """;

  /** The question for one migration. */
  static final String SHOW = "query($id: ID!) { migration(id: $id) { ...whole } }\n" + FIELDS;

  private Texts() {}

  /** A mutation of a migration. */
  static String mutation(String name, String input) {
    return """
    mutation($input: %s!) { %s(input: $input) {
      migration { ...whole } userErrors { code message }
    } }
    """
            .formatted(input, name)
        + FIELDS;
  }

  /** One line of a list. */
  static String line(JsonNode migration) {
    long all =
        migration
            .path("participants")
            .valueStream()
            .filter(participant -> !text(participant, "status").equals("LEFT"))
            .count();
    long done =
        migration
            .path("participants")
            .valueStream()
            .filter(participant -> text(participant, "status").equals("DONE"))
            .count();
    return "%-50s to %-10s %-6s until %s  %d of %d moved"
        .formatted(
            text(migration, "id"),
            text(migration, "successor"),
            text(migration, "status"),
            text(migration, "supportedUntil"),
            done,
            all);
  }

  /** All that there is to say of one. */
  static List<String> page(JsonNode migration) {
    List<String> lines = new ArrayList<>();
    lines.add("migration   " + text(migration, "id") + " to " + text(migration, "successor"));
    lines.add(
        "status      %s, opened %s, served until %s"
            .formatted(
                text(migration, "status"),
                text(migration, "openedAt"),
                text(migration, "supportedUntil")));
    String affected = texts(migration.path("affected"));
    boolean all = migration.path("affectsAll").asBoolean(false);
    lines.add(
        "breaks      "
            + (all ? "the contract as a whole" + (affected.isEmpty() ? "" : "; ") : "")
            + affected);
    for (JsonNode milestone : migration.path("timeline")) {
      String days =
          milestone.path("daysBefore").isNumber()
              ? ", " + milestone.path("daysBefore").asInt() + " days before"
              : "";
      lines.add(
          "  %s  %s%s%s"
              .formatted(
                  text(milestone, "at"),
                  text(milestone, "kind"),
                  days,
                  milestone.path("happened").asBoolean(false) ? "" : " (to come)"));
    }
    lines.add("readers");
    migration.path("participants").forEach(participant -> lines.add(participant(participant)));
    return lines;
  }

  private static String participant(JsonNode participant) {
    String reads = texts(participant.path("elements"));
    JsonNode extension = participant.path("extension");
    String wish =
        !extension.isObject()
            ? ""
            : "; asks for time until %s (%s): %s"
                .formatted(
                    text(extension, "until"),
                    text(extension, "reason"),
                    extension.path("granted").isBoolean()
                        ? extension.path("granted").asBoolean() ? "granted" : "declined"
                        : "not answered");
    return "  %-12s %s  reads %s%s"
        .formatted(
            text(participant, "status"),
            text(participant, "id"),
            reads.isEmpty() ? "any of it" : reads,
            wish);
  }

  private static String texts(JsonNode list) {
    return Escapes.line(
        list.valueStream().map(text -> text.asString("")).collect(Collectors.joining(", ")));
  }

  private static String text(JsonNode node, String name) {
    return Escapes.line(node.path(name).asString(""));
  }
}
