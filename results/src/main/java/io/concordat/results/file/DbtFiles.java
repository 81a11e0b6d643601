package io.concordat.results.file;

import io.concordat.results.CheckResult;
import io.concordat.results.CheckResult.Finding;
import io.concordat.results.file.Unreadable.Code;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * dbt's artifacts (https://docs.getdbt.com/reference/artifacts/dbt-artifacts): each says itself
 * what it is, by {@code metadata.dbt_schema_version}.
 */
final class DbtFiles {

  private static final Pattern SCHEMA = Pattern.compile(".*/dbt/([a-z-]+)/v(\\d{1,4})\\.json");

  private static final int LONGEST_REASON = 200;

  private static final Set<String> OF_A_NODE =
      Set.of(
          "resource_type",
          "database",
          "schema",
          "alias",
          "identifier",
          "name",
          "column_name",
          "attached_node",
          "file_key_name",
          "test_metadata",
          "depends_on",
          "meta",
          "config");

  private static final Set<String> OF_A_RESULT =
      Set.of(
          "unique_id",
          "status",
          "timing",
          "message",
          "error",
          "snapshotted_at",
          "max_loaded_at_time_ago_in_s");

  private final Collected collected;
  private final Map<String, Part> nodes = new HashMap<>();
  private final List<Part> runs = new ArrayList<>();

  DbtFiles(Collected collected) {
    this.collected = collected;
  }

  static boolean keeps(int depth, String above, String name) {
    return switch (depth) {
      case 1 -> Set.of("metadata", "results", "nodes", "sources").contains(name);
      case 2 -> true;
      case 3 -> OF_A_NODE.contains(name) || OF_A_RESULT.contains(name);
      case 4 -> !above.equals("config") || name.equals("meta");
      default -> true;
    };
  }

  void take(Part document) {
    Part version = document.get("metadata").get("dbt_schema_version");
    Matcher schema = SCHEMA.matcher(version.words());
    if (!schema.matches()) {
      throw new Unreadable(
          Code.RESULTS_FORMAT_UNKNOWN,
          "It is no artifact of dbt: metadata.dbt_schema_version does not say which one.",
          version.line(),
          version.path());
    }
    int number = Integer.parseInt(schema.group(2));
    switch (schema.group(1)) {
      case "run-results" -> {
        needed(version, number >= 4 && number <= 6, "run-results are read from v4 to v6");
        needed(document.get("results"), document.get("results").isList(), "results is no list");
        runs.add(document);
      }
      case "sources" -> {
        needed(version, number >= 1 && number <= 3, "sources are read from v1 to v3");
        needed(document.get("results"), document.get("results").isList(), "results is no list");
        runs.add(document);
      }
      case "manifest" -> {
        needed(version, number >= 4 && number <= 12, "manifests are read from v4 to v12");
        nodes.putAll(document.get("nodes").members());
        nodes.putAll(document.get("sources").members());
      }
      default ->
          throw new Unreadable(
              Code.RESULTS_FORMAT_UNKNOWN,
              "dbt's " + schema.group(1) + " holds no results; give run_results.json.",
              version.line(),
              version.path());
    }
  }

  private static void needed(Part at, boolean holds, String message) {
    if (!holds) {
      throw new Unreadable(
          Code.RESULTS_FORMAT_UNKNOWN,
          message + (at.text() == null ? "." : "; this is " + at.text() + "."),
          at.line(),
          at.path());
    }
  }

  /** Ties results to nodes, when all documents were taken. */
  void finish() {
    if (runs.isEmpty()) {
      throw new Unreadable(
          Code.RESULTS_FORMAT_UNKNOWN,
          "It holds no results: give run_results.json or sources.json.",
          1,
          "$");
    }
    for (Part run : runs) {
      run.get("results").elements().forEach(result -> result(run, result));
    }
  }

  private void result(Part run, Part result) {
    String id = result.text("unique_id");
    if (id == null) {
      collected.refuse(result, "It has no unique_id.");
      return;
    }
    String kind = id.substring(0, Math.max(0, id.indexOf('.')));
    if (kind.equals("test")) {
      test(run, result, id);
    } else if (kind.equals("source")) {
      source(run, result, id);
    } else {
      collected.other(kind.isEmpty() ? "unknown" : kind);
    }
  }

  private void test(Part run, Part result, String id) {
    Finding finding =
        switch (result.get("status").words()) {
          case "pass", "success" -> new Finding.Judged(1, 0);
          case "fail", "warn" -> new Finding.Judged(0, 1);
          case "error", "runtime error", "skipped", "no-op" ->
              new Finding.NotJudged(said(result, result.get("message")));
          default -> null;
        };
    if (finding == null) {
      collected.refuse(result.get("status"), "Its status is none of dbt's.");
      return;
    }
    @Nullable Part test = nodes.get(id);
    Part known = test == null ? new Part(null, "", result.line()) : test;
    Part metadata = known.get("test_metadata");
    String name = metadata.get("name").words();
    String space = metadata.text("namespace");
    String column = known.text("column_name");
    take(
        run,
        result,
        id,
        test == null ? List.of() : table(tested(test)),
        unquoted(column == null ? metadata.get("kwargs").text("column_name") : column),
        space == null ? name : space + "." + name,
        names(id, known),
        finding,
        Named.of(known.get("config").get("meta"), known.get("meta")),
        time(run, result));
  }

  private void source(Part run, Part result, String id) {
    Double age = result.get("max_loaded_at_time_ago_in_s").number();
    Finding finding;
    if (age == null) {
      finding = new Finding.NotJudged(said(result, result.get("error")));
    } else if (!Double.isFinite(age) || age < 0) {
      collected.refuse(
          result.get("max_loaded_at_time_ago_in_s"), "An age is a finite number from 0 on.");
      return;
    } else {
      finding = new Finding.Measured(age, "s");
    }
    @Nullable Part node = nodes.get(id);
    String[] steps = id.split("\\.", -1);
    List<String> table =
        node != null ? table(node) : steps.length == 4 ? List.of(steps[2], steps[3]) : List.of();
    take(
        run,
        result,
        id,
        table,
        null,
        "source_freshness",
        List.of(),
        finding,
        node == null
            ? new Named(null, null, null)
            : Named.of(node.get("config").get("meta"), node.get("meta")),
        Times.first(result.text("snapshotted_at"), run.get("metadata").text("generated_at")));
  }

  private void take(
      Part run,
      Part result,
      String id,
      List<String> table,
      @Nullable String column,
      String check,
      List<String> names,
      Finding finding,
      Named named,
      Optional<Instant> time) {
    if (time.isEmpty()) {
      collected.refuse(result, "It does not say when it ran.");
      return;
    }
    String invocation = run.get("metadata").get("invocation_id").words();
    collected.take(
        new CheckResult(
            Ids.of("dbt", invocation, time.get().toString(), id),
            Ids.producer("dbt", id.substring(id.indexOf('.') + 1)),
            named.contract(),
            named.version(),
            named.commitment(),
            table,
            null,
            column,
            check,
            names,
            finding,
            time.get(),
            result.place()));
  }

  private static List<String> names(String id, Part test) {
    String name = test.text("name");
    String[] steps = id.split("\\.", -1);
    String own = name != null ? name : steps.length > 2 ? steps[2] : id;
    return List.of(own);
  }

  /** The node that a test looks at. */
  private Part tested(Part test) {
    String attached = test.text("attached_node");
    List<Part> depends = test.get("depends_on").get("nodes").elements();
    if (attached != null && nodes.containsKey(attached)) {
      return nodes.getOrDefault(attached, test);
    }
    String key = test.get("file_key_name").words();
    String model = key.substring(key.lastIndexOf('.') + 1);
    return depends.stream()
        .map(part -> nodes.get(part.words()))
        .filter(node -> node != null && (depends.size() == 1 || model.equals(node.text("name"))))
        .findFirst()
        .orElseGet(() -> new Part(null, "", test.line()));
  }

  private static List<String> table(Part node) {
    List<String> parts = new ArrayList<>();
    for (String name : List.of("database", "schema")) {
      String text = node.text(name);
      if (text != null) {
        parts.add(text);
      }
    }
    for (String name : List.of("alias", "identifier", "name")) {
      String text = node.text(name);
      if (text != null) {
        parts.add(text);
        return parts;
      }
    }
    return List.of();
  }

  private static Optional<Instant> time(Part run, Part result) {
    String executed = null;
    for (Part timing : result.get("timing").elements()) {
      if ("execute".equals(timing.text("name"))) {
        executed = timing.text("completed_at");
      }
    }
    return Times.first(executed, run.get("metadata").text("generated_at"));
  }

  private static String said(Part result, Part message) {
    String text = message.text();
    // dbt's messages go on with SQL and paths of the machine.
    String first = text == null ? "" : ", " + text.strip().lines().findFirst().orElse("");
    String whole = result.get("status").words() + first;
    return whole.length() > LONGEST_REASON ? whole.substring(0, LONGEST_REASON) : whole;
  }

  private static @Nullable String unquoted(@Nullable String column) {
    return column == null ? null : column.replaceAll("^[\"`\\[]|[\"`\\]]$", "");
  }
}
