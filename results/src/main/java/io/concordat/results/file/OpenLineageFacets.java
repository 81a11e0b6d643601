package io.concordat.results.file;

import io.concordat.messages.mesh.DatasetName;
import io.concordat.results.CheckResult;
import io.concordat.results.CheckResult.Finding;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an OpenLineage event says of the quality of datasets: the facets dataQualityAssertions,
 * dataQualityMetrics and outputStatistics.
 *
 * <p>A run says the same several times: in {@code facets} and in {@code inputFacets}, when it
 * starts and when it ends. The id of a result is made of run, dataset and what is said, so it
 * counts once.
 *
 * <p>Rows of an output are its number of rows only where the run has replaced the dataset; a run
 * that has completed and has written rows tells that the data is as new as its end.
 */
public final class OpenLineageFacets {

  private static final Set<String> QUALITY =
      Set.of(
          "dataQualityAssertions",
          "dataQualityMetrics",
          "outputStatistics",
          "lifecycleStateChange");

  private static final Set<String> REPLACING = Set.of("CREATE", "OVERWRITE", "TRUNCATE");

  private final Collected collected;
  private final Part event;
  private final Instant at;
  private final String run;

  private OpenLineageFacets(Collected collected, Part event, Instant at) {
    this.collected = collected;
    this.event = event;
    this.at = at;
    String id = event.get("run").text("runId");
    // An event without a run speaks for itself.
    this.run = id == null ? "at " + at : id;
  }

  /**
   * Reads an event that lineage has taken; what is wrong with a facet is among the problems.
   *
   * @param in the event
   */
  public static Results read(InputStream in) {
    Collected collected = new Collected();
    Parts.read(
        in,
        OpenLineageFacets::keeps,
        event ->
            Times.first(event.text("eventTime"))
                .ifPresent(at -> new OpenLineageFacets(collected, event, at).read()));
    return collected.results();
  }

  private static boolean keeps(int depth, String above, String name) {
    return switch (depth) {
      case 1 ->
          Set.of("eventTime", "eventType", "run", "job", "inputs", "outputs", "dataset")
              .contains(name);
      case 2 -> !name.equals("facets") || above.equals("dataset");
      case 3 ->
          Set.of("namespace", "name", "facets", "inputFacets", "outputFacets").contains(name)
              || QUALITY.contains(name);
      case 4 -> !above.endsWith("acets") || QUALITY.contains(name);
      default -> true;
    };
  }

  private void read() {
    event.get("inputs").elements().forEach(part -> dataset(part, false));
    event.get("outputs").elements().forEach(part -> dataset(part, true));
    if (event.get("dataset").isObject()) {
      dataset(event.get("dataset"), false);
    }
  }

  private void dataset(Part part, boolean written) {
    String namespace = part.text("namespace");
    String name = part.text("name");
    if (namespace == null || name == null) {
      return;
    }
    DatasetName dataset = new DatasetName(namespace, name);
    List<Part> facets =
        List.of(part.get("inputFacets"), part.get("outputFacets"), part.get("facets"));
    assertions(dataset, facets);
    for (Part each : facets) {
      Part metrics = each.get("dataQualityMetrics");
      if (metrics.isObject()) {
        metrics(dataset, metrics);
        break;
      }
    }
    if (written) {
      output(dataset, facets);
    }
  }

  /** Each assertion once, from where most is said of it. */
  private void assertions(DatasetName dataset, List<Part> facets) {
    Map<String, Part> said = new LinkedHashMap<>();
    for (Part each : facets) {
      Map<String, Integer> times = new HashMap<>();
      for (Part assertion : each.get("dataQualityAssertions").get("assertions").elements()) {
        String key = assertion.get("assertion").words() + "\n" + assertion.get("column").words();
        said.merge(
            key + "\n" + times.merge(key, 1, Integer::sum),
            assertion,
            (one, other) -> other.members().size() > one.members().size() ? other : one);
      }
    }
    said.forEach((key, assertion) -> assertion(dataset, key, assertion));
  }

  private void assertion(DatasetName dataset, String key, Part assertion) {
    Boolean success = assertion.get("success").truth();
    String what = assertion.text("assertion");
    if (success == null || what == null) {
      collected.refuse(assertion, "An assertion has a name and says whether it held.");
      return;
    }
    List<String> names = new ArrayList<>();
    for (@Nullable String name : new @Nullable String[] {assertion.text("name"), what}) {
      if (name != null && !names.contains(name)) {
        names.add(name);
      }
    }
    take(
        dataset,
        "assertion\n" + key,
        assertion.text("column"),
        what,
        names,
        new Finding.Judged(success ? 1 : 0, success ? 0 : 1),
        assertion);
  }

  private void metrics(DatasetName dataset, Part metrics) {
    Double rows = count(metrics.get("rowCount"));
    if (rows != null) {
      take(
          dataset,
          "rows",
          null,
          "row_count",
          List.of(),
          new Finding.Measured(rows, "rows"),
          metrics);
    }
    Part updated = metrics.get("lastUpdated");
    if (updated.text() != null) {
      Times.first(updated.text())
          .ifPresentOrElse(
              time -> {
                Duration age = Duration.between(time, at);
                double seconds = Math.max(0, age.toMillis() / 1_000.0);
                take(
                    dataset,
                    "updated",
                    null,
                    "freshness",
                    List.of(),
                    new Finding.Measured(seconds, "s"),
                    updated);
              },
              () -> collected.refuse(updated, "lastUpdated is no time."));
    }
    metrics
        .get("columnMetrics")
        .members()
        .forEach((column, figures) -> {
          Double nulls = count(figures.get("nullCount"));
          if (nulls != null) {
            Double of = count(figures.get("count"));
            take(
                dataset,
                "nulls\n" + column,
                column,
                "missing_count",
                List.of(),
                new Finding.Counted(nulls, of == null || of < nulls ? rows : of),
                figures);
          }
        });
  }

  private void output(DatasetName dataset, List<Part> facets) {
    Part statistics = facets.get(1).get("outputStatistics");
    Double rows = statistics.isObject() ? count(statistics.get("rowCount")) : null;
    boolean replaced =
        facets.stream()
            .anyMatch(each ->
                REPLACING.contains(
                    each.get("lifecycleStateChange").get("lifecycleStateChange").words()));
    if (rows != null && replaced) {
      take(
          dataset,
          "rows",
          null,
          "row_count",
          List.of(),
          new Finding.Measured(rows, "rows"),
          statistics);
    }
    boolean complete = event.get("eventType").words().equalsIgnoreCase("COMPLETE");
    if (complete && rows != null && rows > 0) {
      take(
          dataset,
          "written",
          null,
          "freshness",
          List.of(),
          new Finding.Measured(0, "s"),
          statistics);
    }
  }

  private @Nullable Double count(Part part) {
    Double number = part.number();
    if (part.isNull()) {
      return null;
    }
    if (number == null || !Double.isFinite(number) || number < 0) {
      collected.refuse(part, "A count is a finite number from 0 on.");
      return null;
    }
    return number;
  }

  private void take(
      DatasetName dataset,
      String said,
      @Nullable String column,
      String check,
      List<String> names,
      Finding finding,
      Part at) {
    String job = event.get("job").get("name").words();
    collected.take(
        new CheckResult(
            Ids.of("openlineage", run, dataset.namespace(), dataset.name(), said),
            Ids.producer("openlineage", job + ":" + dataset.name() + ":" + said.replace('\n', ':')),
            null,
            null,
            null,
            List.of(),
            dataset,
            column,
            check,
            names,
            finding,
            this.at,
            at.place()));
  }
}
