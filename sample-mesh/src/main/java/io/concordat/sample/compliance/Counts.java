package io.concordat.sample.compliance;

import io.concordat.sample.mesh.Yaml;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many checks of a product passed and failed. The figures follow {@code compliance.yaml}:
 * domains differ, the share of failures moves within a year, products and weeks scatter around it.
 * The same product and window give the same counts in every run.
 */
public final class Counts {

  private static final double FEWEST_A_DAY = 1_200;
  private static final double MOST_A_DAY = 60_000;
  private static final double DAYS_OF_MONTH = 31;
  private static final int MONTHS = 12;

  private final Map<String, Level> levels;

  private Counts(Map<String, Level> levels) {
    this.levels = Map.copyOf(levels);
  }

  /** Reads {@code compliance.yaml}. */
  public static Counts of(Yaml file) {
    Yaml domains = file.mapping("domains");
    Map<String, Level> levels = new HashMap<>();
    for (String domain : domains.keys()) {
      Yaml level = domains.mapping(domain);
      levels.put(
          domain, new Level(level.decimal("kept"), level.decimal("swing"), level.number("worst")));
    }
    return new Counts(levels);
  }

  /**
   * What was counted in a window, one entry per commitment.
   *
   * @param product id such as {@code payments/settlements}
   */
  public List<Count> of(String product, Window window) {
    Level level = levels.get(product.substring(0, product.indexOf('/')));
    if (level == null) {
      throw new IllegalArgumentException(
          "compliance.yaml says nothing of the domain of " + product);
    }
    String name = product + "@" + window.from();
    double scatter =
        Chance.between(0.7, 1.3, product + "#share") * Chance.between(0.8, 1.2, name + "#share");
    double failing = level.failing(window.from()) * scatter;
    double days = Duration.between(window.from(), window.to()).toHours() / 24.0;
    double checks =
        FEWEST_A_DAY
            * Math.pow(MOST_A_DAY / FEWEST_A_DAY, Chance.of(product + "#checks"))
            * Chance.between(0.9, 1.1, name + "#checks")
            * days;
    return List.of(
        count("freshness", 0.05 * checks, 1.4 * failing),
        count("completeness", 0.55 * checks, 0.9 * failing),
        count("accuracy", 0.40 * checks, 1.0875 * failing));
  }

  private static Count count(String commitment, double checks, double failing) {
    long all = Math.round(checks);
    long failed = Math.round(checks * failing);
    return new Count(commitment, all - failed, failed);
  }

  /** Checks of one commitment. */
  public record Count(String commitment, long passed, long failed) {}

  /**
   * How well a domain does.
   *
   * @param kept share of checks that pass over a year, in percent
   * @param swing by how much of itself the share of failures moves within a year, 0 to 1
   * @param worst the month with most failures, 1 to 12
   */
  private record Level(double kept, double swing, int worst) {

    /** Share of checks that fail at a time, 0 to 1. */
    double failing(Instant at) {
      ZonedDateTime time = at.atZone(ZoneOffset.UTC);
      double month = time.getMonthValue() + (time.getDayOfMonth() - 1) / DAYS_OF_MONTH;
      double season = Math.cos(2 * Math.PI * (month - worst) / MONTHS);
      return (100 - kept) / 100 * (1 + swing * season);
    }
  }
}
