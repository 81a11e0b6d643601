package io.concordat.server.observation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.concordat.results.CheckResult.Place;
import io.concordat.results.Observed;
import io.concordat.results.Problem;
import io.concordat.server.observation.BatchAnswer.KeptApart;
import io.concordat.server.observation.BatchAnswer.Receipt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is to be told of a file of results while its observations are taken. */
final class ResultAnswer {

  /** More are counted, and not told one by one. */
  private static final int MOST_TOLD = 1_000;

  private final List<BatchAnswer.Problem> errors = new ArrayList<>();
  private final List<Untied> untied = new ArrayList<>();
  private final List<Shown> shown = new ArrayList<>();
  private final Map<List<String>, KeptApart> apart = new LinkedHashMap<>();
  private final Map<String, Integer> others = new TreeMap<>();
  private int read;
  private int accepted;
  private int refused;
  private int loose;
  private boolean everyBatchAgain = true;

  /**
   * A result that is about nothing promised.
   *
   * @param suggestion what would make it an observation; empty where nothing is known
   */
  record Untied(String code, String message, String suggestion, int line, String path) {}

  /** An observation, shown where nothing is stored. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Shown(
      String contract,
      @Nullable String version,
      String commitment,
      String producer,
      String check,
      int line) {}

  /**
   * The answer.
   *
   * @param read results of checks in the file
   * @param accepted those that are durable observations now, or would be
   * @param refused those that cannot be taken
   * @param loose those that are about nothing promised, or say nothing
   * @param duplicate whether all of them were accepted before
   * @param errors why some are refused, a thousand at most
   * @param keptApart accepted, and held against nothing at present
   * @param untied which are about nothing promised, a thousand at most
   * @param others what stands in the file and is no check of data, counted
   * @param observations what would be stored, a thousand at most; none where it was stored
   */
  record Answer(
      int read,
      int accepted,
      int refused,
      int loose,
      boolean duplicate,
      List<BatchAnswer.Problem> errors,
      List<KeptApart> keptApart,
      List<Untied> untied,
      Map<String, Integer> others,
      List<Shown> observations) {}

  void others(Map<String, Integer> counted) {
    others.putAll(counted);
  }

  void refuse(Problem problem) {
    read++;
    refused++;
    if (errors.size() < MOST_TOLD) {
      errors.add(
          new BatchAnswer.Problem(
              problem.code().name(),
              problem.message(),
              problem.place().line(),
              problem.place().path()));
    }
  }

  void loose(Problem problem) {
    read++;
    loose++;
    if (untied.size() < MOST_TOLD) {
      untied.add(
          new Untied(
              problem.code().name(),
              problem.message(),
              problem.suggestion(),
              problem.place().line(),
              problem.place().path()));
    }
  }

  void show(Observed observed) {
    if (shown.size() < MOST_TOLD) {
      shown.add(
          new Shown(
              observed.contract(),
              observed.version(),
              observed.commitment(),
              observed.producer(),
              observed.check().spoken(),
              observed.check().place().line()));
    }
  }

  /** A batch was answered; its lines are those of the observations. */
  void take(Receipt receipt, List<Observed> batch) {
    read += batch.size();
    accepted += receipt.accepted();
    refused += receipt.refused();
    everyBatchAgain &= receipt.duplicate();
    for (BatchAnswer.Problem problem : receipt.errors()) {
      Integer line = problem.line();
      if (errors.size() < MOST_TOLD && line != null) {
        Place place = batch.get(line - 1).check().place();
        errors.add(
            new BatchAnswer.Problem(problem.code(), problem.message(), place.line(), place.path()));
      }
    }
    for (KeptApart kept : receipt.keptApart()) {
      apart.merge(
          List.of(kept.code(), kept.contract(), kept.commitment()),
          kept,
          (one, other) ->
              new KeptApart(
                  one.code(),
                  one.contract(),
                  one.commitment(),
                  one.count() + other.count(),
                  one.message()));
    }
  }

  Answer answer() {
    return new Answer(
        read,
        accepted,
        refused,
        loose,
        accepted > 0 && everyBatchAgain,
        errors,
        List.copyOf(apart.values()),
        untied,
        others,
        shown);
  }
}
