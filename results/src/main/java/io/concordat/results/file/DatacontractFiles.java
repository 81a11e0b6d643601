package io.concordat.results.file;

import io.concordat.results.CheckResult;
import io.concordat.results.CheckResult.Finding;
import io.concordat.results.file.Unreadable.Code;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Test results of datacontract-cli: {@code datacontract test --output-format json}. */
final class DatacontractFiles {

  private static final Set<String> PASSED_OVER =
      Set.of("logs", "implementation", "failedSamples", "failed_samples", "diagnostics");

  /** The structure of data is no promise of its quality; drift tells of it. */
  private static final Set<String> STRUCTURE =
      Set.of(
          "field_is_present",
          "field_type",
          "field_physical_type",
          "field_nested_type",
          "field_nested_physical_type");

  private final Collected collected;

  DatacontractFiles(Collected collected) {
    this.collected = collected;
  }

  static boolean keeps(int depth, String above, String name) {
    return !PASSED_OVER.contains(name);
  }

  void take(Part document) {
    Part checks = document.get("checks");
    if (document.text("runId") == null || !checks.isList()) {
      throw new Unreadable(
          Code.RESULTS_FORMAT_UNKNOWN,
          "It is no result of datacontract test: runId and a list checks are expected.",
          document.line(),
          checks.path());
    }
    Optional<Instant> time =
        Times.first(document.text("timestampEnd"), document.text("timestampStart"));
    checks.elements().forEach(check -> check(document, check, time));
  }

  private void check(Part run, Part check, Optional<Instant> time) {
    String type = check.get("type").words();
    if (STRUCTURE.contains(type)) {
      collected.other("structure");
      return;
    }
    if (time.isEmpty()) {
      collected.refuse(check, "Its run does not say when it ran.");
      return;
    }
    Finding finding =
        switch (check.get("result").words()) {
          case "passed" -> new Finding.Judged(1, 0);
          case "failed", "warning" -> new Finding.Judged(0, 1);
          case "error", "info", "skipped", "unknown", "" ->
              new Finding.NotJudged(
                  (check.get("result").words() + ", " + check.get("reason").words()).strip());
          default -> null;
        };
    if (finding == null) {
      collected.refuse(check.get("result"), "Its result is none of datacontract's.");
      return;
    }
    String model = check.text("model");
    String field = check.text("field");
    String key = key(check, type, model, field);
    collected.take(
        new CheckResult(
            Ids.of("datacontract", run.get("runId").words(), key, check.path()),
            Ids.producer("datacontract", run.get("dataContractId").words() + ":" + key),
            run.text("dataContractId"),
            run.text("dataContractVersion"),
            null,
            model == null ? List.of() : Arrays.asList(model.split("\\.", -1)),
            null,
            field,
            type,
            Stream.of(check.text("qualityId"), check.text("quality_id"), check.text("name"))
                .filter(Objects::nonNull)
                .distinct()
                .toList(),
            finding,
            time.get(),
            check.place()));
  }

  private static String key(
      Part check,
      String type,
      @org.jspecify.annotations.Nullable String model,
      @org.jspecify.annotations.Nullable String field) {
    String key = check.text("key");
    String quality = check.text("qualityId");
    return key != null
        ? key
        : quality != null ? quality : model + ":" + field + ":" + type + ":" + check.text("name");
  }
}
