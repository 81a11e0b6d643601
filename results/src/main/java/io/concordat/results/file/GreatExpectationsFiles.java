package io.concordat.results.file;

import io.concordat.results.CheckResult;
import io.concordat.results.CheckResult.Finding;
import io.concordat.results.file.Unreadable.Code;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Validation results of Great Expectations, alone, in a list, or in the result of a checkpoint. 0.x
 * calls an expectation's kind {@code expectation_type}, 1.x {@code type}.
 */
final class GreatExpectationsFiles {

  private static final Set<String> PASSED_OVER =
      Set.of(
          "unexpected_list",
          "partial_unexpected_list",
          "partial_unexpected_counts",
          "partial_unexpected_index_list",
          "unexpected_index_list",
          "unexpected_index_query",
          "unexpected_rows",
          "exception_traceback",
          "rendered_content",
          "details",
          "batch_markers",
          "evaluation_parameters",
          "suite_parameters");

  private final Collected collected;

  GreatExpectationsFiles(Collected collected) {
    this.collected = collected;
  }

  static boolean keeps(int depth, String above, String name) {
    return !PASSED_OVER.contains(name);
  }

  void take(Part document) {
    if (document.isList()) {
      document.elements().forEach(this::take);
      return;
    }
    Part runs = document.get("run_results");
    if (runs.isObject()) {
      for (Part run : runs.members().values()) {
        Part validation = run.get("validation_result");
        validation(validation.isObject() ? validation : run);
      }
    } else {
      validation(document);
    }
  }

  private void validation(Part validation) {
    Part results = validation.get("results");
    if (!results.isList()) {
      throw new Unreadable(
          Code.RESULTS_FORMAT_UNKNOWN,
          "It is no result of a validation: it has no list results.",
          validation.line(),
          results.path());
    }
    results.elements().forEach(result -> result(validation, result));
  }

  private void result(Part validation, Part result) {
    Part config = result.get("expectation_config");
    String old = config.text("expectation_type");
    String type = old == null ? config.text("type") : old;
    if (type == null) {
      collected.refuse(config, "It does not say what was expected.");
      return;
    }
    Part meta = validation.get("meta");
    Part run = meta.get("run_id");
    Optional<Instant> time =
        Times.first(
            meta.text("validation_time"), run.text("run_time"), run.text(), run.text("run_name"));
    if (time.isEmpty()) {
      collected.refuse(result, "Its validation does not say when it ran.");
      return;
    }
    Finding finding = finding(result);
    if (finding == null) {
      collected.refuse(result.get("success"), "success is neither true nor false.");
      return;
    }
    Part kwargs = config.get("kwargs");
    String suite = suite(validation, meta);
    String column = kwargs.text("column");
    Named named = Named.of(config.get("meta"), result.get("meta"));
    List<String> names = new ArrayList<>();
    for (@Nullable String name :
        Arrays.asList(config.text("id"), config.get("meta").text("name"))) {
      if (name != null) {
        names.add(name);
      }
    }
    String check = suite + ":" + type + (column == null ? "" : ":" + column);
    String wanted = wanted(kwargs);
    collected.take(
        new CheckResult(
            Ids.of(
                "great-expectations", time.get().toString(), run.toString(), check, result.path()),
            Ids.producer("great-expectations", check + "#" + Ids.of(wanted).substring(0, 8)),
            named.contract(),
            named.version(),
            named.commitment(),
            table(meta),
            null,
            column,
            type,
            names,
            finding,
            time.get(),
            result.place()));
  }

  private static @Nullable Finding finding(Part result) {
    if (raised(result.get("exception_info"))) {
      return new Finding.NotJudged("it raised an exception.");
    }
    Boolean success = result.get("success").truth();
    return success == null ? null : new Finding.Judged(success ? 1 : 0, success ? 0 : 1);
  }

  /** 1.x tells exceptions by metric, one level below. */
  private static boolean raised(Part info) {
    return Boolean.TRUE.equals(info.get("raised_exception").truth())
        || info.members().values().stream()
            .anyMatch(each -> Boolean.TRUE.equals(each.get("raised_exception").truth()));
  }

  private static String suite(Part validation, Part meta) {
    String name = validation.text("suite_name");
    String old = meta.text("expectation_suite_name");
    return name != null ? name : old != null ? old : "default";
  }

  /** What tells an expectation from another of its kind. */
  private static String wanted(Part kwargs) {
    StringBuilder wanted = new StringBuilder();
    kwargs.members().entrySet().stream()
        .filter(each -> !Set.of("batch_id", "result_format").contains(each.getKey()))
        .sorted(java.util.Map.Entry.comparingByKey())
        .forEach(each -> wanted.append(each.getKey()).append('=').append(each.getValue()));
    return wanted.toString();
  }

  private static List<String> table(Part meta) {
    for (Part from : List.of(meta.get("batch_spec"), meta.get("batch_kwargs"))) {
      String table = from.text("table_name") == null ? from.text("table") : from.text("table_name");
      String schema =
          from.text("schema_name") == null ? from.text("schema") : from.text("schema_name");
      if (table != null) {
        List<String> parts = new ArrayList<>(schema == null ? List.of() : List.of(schema));
        parts.addAll(Arrays.asList(table.split("\\.", -1)));
        return parts;
      }
    }
    String asset = meta.get("active_batch_definition").text("data_asset_name");
    return asset == null ? List.of() : Arrays.asList(asset.split("\\.", -1));
  }
}
