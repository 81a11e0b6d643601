package io.concordat.server.observation;

import io.concordat.contract.commitment.Commitment;
import io.concordat.contract.commitment.CommitmentKind;
import io.concordat.contract.commitment.NamedCommitment;
import io.concordat.contract.commitment.Threshold;
import io.concordat.contract.commitment.WatchTerms;
import io.concordat.contract.odcs.OdcsContract;
import io.concordat.messages.incident.IncidentSeverity;
import io.concordat.observation.evaluation.Hysteresis;
import io.concordat.observation.evaluation.Pledge;
import io.concordat.observation.evaluation.Promise;
import io.concordat.observation.evaluation.fold.Expectation;
import io.concordat.observation.evaluation.fold.Hours;
import io.concordat.observation.evaluation.fold.Promised;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What observations of a document can be held against, by the names of record 39. */
final class ContractPromises {

  /** Where nothing says how often a promise is observed. */
  static final Duration USUALLY_WITHIN = Duration.ofDays(2);

  private static final String CRON = "cron";
  private static final String HOURS = "business-hours";

  private final Map<String, List<Promise>> promises = new LinkedHashMap<>();
  private final Map<String, Long> oldest = new HashMap<>();
  private final Map<String, Double> available = new HashMap<>();
  private final Map<String, String> told = new HashMap<>();
  private final Map<String, WatchTerms> terms = new HashMap<>();
  private final Function<NamedCommitment, WatchTerms> termsOf;
  private long frequency = USUALLY_WITHIN.toMillis() / 2;

  private ContractPromises(OdcsContract contract) {
    this.termsOf = WatchTerms.of(contract);
  }

  /** Commitments by name. Dates are not among them: the calendar keeps or breaks them. */
  static Map<String, Promised> of(OdcsContract contract) {
    ContractPromises reading = new ContractPromises(contract);
    NamedCommitment.of(contract).forEach(reading::take);
    Map<String, Promised> found = new LinkedHashMap<>();
    reading.promises.forEach((name, list) -> found.put(name, reading.promised(name, list)));
    return Map.copyOf(found);
  }

  private void take(NamedCommitment named) {
    String name = named.name();
    switch (named.commitment()) {
      case Commitment.Measured measured -> {
        Promise promise =
            new Promise(
                measured.threshold().ranges().stream().map(ContractPromises::range).toList(),
                measured.unit());
        take(named, promise);
        if (measured.kind() == CommitmentKind.FRESHNESS) {
          oldest.merge(name, millis(promise), Math::min);
        } else if (measured.kind() == CommitmentKind.FREQUENCY
            && measured.unit().equals("seconds")
            && millis(promise) > 0) {
          frequency = Math.min(millis(promise), Duration.ofDays(3_650).toMillis());
        } else if (measured.kind() == CommitmentKind.AVAILABILITY
            && measured.unit().equals("percent")) {
          promise.ranges().stream()
              .mapToDouble(Promise.Range::low)
              .filter(low -> low > 0 && low <= 100)
              .forEach(low -> available.merge(name, low, Math::max));
        }
      }
      case Commitment.NotEvaluable _ -> take(named, new Promise(List.of(), ""));
      case Commitment.Dated _ -> {}
    }
  }

  private void take(NamedCommitment named, Promise promise) {
    String name = named.name();
    promises.computeIfAbsent(name, _ -> new ArrayList<>()).add(promise);
    told.merge(name, named.commitment().description(), (one, other) -> one + "; " + other);
    terms.putIfAbsent(name, termsOf.apply(named));
  }

  private Promised promised(String name, List<Promise> list) {
    WatchTerms said = Objects.requireNonNull(terms.get(name));
    return new Promised(
        Objects.requireNonNull(told.get(name)),
        Pledge.of(list),
        oldest.getOrDefault(name, Long.MAX_VALUE),
        new Hysteresis(
            said.brokenChecks() == null ? Hysteresis.USUAL.toBreach() : said.brokenChecks(),
            said.keptChecks() == null ? Hysteresis.USUAL.toRecover() : said.keptChecks()),
        severity(said.severity()),
        hours(said),
        expectation(said),
        said.objective() == null ? available.get(name) : said.objective());
  }

  private static IncidentSeverity severity(@Nullable String said) {
    return switch (said) {
      case "info", "low" -> IncidentSeverity.LOW;
      case "error", "high" -> IncidentSeverity.HIGH;
      case "critical" -> IncidentSeverity.CRITICAL;
      case null, default -> IncidentSeverity.MEDIUM;
    };
  }

  private static @Nullable Hours hours(WatchTerms said) {
    String schedule = said.schedule();
    return schedule == null || !HOURS.equalsIgnoreCase(said.scheduler())
        ? null
        : Hours.parse(schedule).orElse(null);
  }

  private Expectation expectation(WatchTerms said) {
    Duration every = said.expectedEvery();
    if (every != null) {
      return Expectation.every(
          every.compareTo(Duration.ofDays(3_650)) > 0 ? Long.MAX_VALUE : every.toMillis());
    }
    String schedule = said.schedule();
    if (schedule != null && CRON.equalsIgnoreCase(said.scheduler())) {
      var cron = CronExpectation.parse(schedule, said.timeZone());
      if (cron.isPresent()) {
        return cron.get();
      }
    }
    return Expectation.every(2 * frequency);
  }

  private static Promise.Range range(Threshold.Range range) {
    return new Promise.Range(
        number(range.low(), Double.NEGATIVE_INFINITY),
        range.lowIncluded(),
        number(range.high(), Double.POSITIVE_INFINITY),
        range.highIncluded());
  }

  private static double number(@Nullable BigDecimal value, double none) {
    return value == null ? none : value.doubleValue();
  }

  private static long millis(Promise freshness) {
    double longest =
        freshness.ranges().stream().mapToDouble(Promise.Range::high).max().orElse(0) * 1_000;
    return longest >= Long.MAX_VALUE ? Long.MAX_VALUE : (long) longest;
  }
}
