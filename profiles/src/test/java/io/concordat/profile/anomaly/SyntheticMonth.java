package io.concordat.profile.anomaly;

import io.concordat.profile.FieldSketch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a field, day by day: twelve weeks in which nothing is wrong, and a month with faults
 * whose days and kinds are known. Made row by row, and profiled as rows are.
 */
final class SyntheticMonth {

  static final int HISTORY = 84;
  static final int MONTH = 30;
  private static final Instant MONDAY = Instant.parse("2026-01-05T00:00:00Z");

  /** What a feed is like when all is well. */
  enum Feed {
    STEADY(true),
    WEEKLY(true),
    SKEWED(true),
    HEAVY_TAILS(false),
    TREND(false),
    HOLIDAYS(false),
    FEW_ROWS(false),
    SMALL_NUMBERS(false),
    MIXED(false);

    /** Whether the constants of the detection were chosen by looking at it. */
    final boolean tunedOn;

    Feed(boolean tunedOn) {
      this.tunedOn = tunedOn;
    }
  }

  private final Feed feed;
  private final boolean text;
  private final Random random;
  private final Map<Integer, AnomalyKind> faults = new HashMap<>();
  private final Set<Integer> holidays = new HashSet<>();
  private final List<FieldWindow> windows = new ArrayList<>();

  /**
   * A field of texts or of numbers. With the same seed it is the same.
   *
   * @param faulty whether there are faults in its month
   */
  SyntheticMonth(Feed feed, boolean text, boolean faulty, long seed) {
    this.feed = feed;
    this.text = text;
    this.random = new Random(seed * 31 + feed.ordinal() * 7L + (text ? 1 : 0));
    if (faulty) {
      injectFaults();
    }
    for (int day = 0; feed == Feed.HOLIDAYS && day < HISTORY + MONTH; day += 15) {
      holidays.add(day + random.nextInt(15));
    }
    for (int day = 0; day < HISTORY + MONTH; day++) {
      FieldSketch sketch = new FieldSketch(true);
      fill(day, sketch);
      windows.add(new FieldWindow(MONDAY.plus(Duration.ofDays(day)), sketch.figures()));
    }
  }

  /** All windows, one a day. */
  List<FieldWindow> windows() {
    return windows;
  }

  /** What is wrong, by day. */
  Map<Integer, AnomalyKind> faults() {
    return faults;
  }

  private void injectFaults() {
    List<AnomalyKind> possible = new ArrayList<>(List.of(AnomalyKind.values()));
    if (text) {
      possible.removeAll(List.of(AnomalyKind.MEAN, AnomalyKind.DISTRIBUTION));
    } else {
      possible.remove(AnomalyKind.PATTERN);
    }
    for (int week = 0; week < 3; week++) {
      int day = HISTORY + 9 * week + random.nextInt(7);
      faults.put(day, possible.get(random.nextInt(possible.size())));
    }
  }

  private void fill(int day, FieldSketch sketch) {
    AnomalyKind fault = faults.get(day);
    double mean = rows(day) * (fault == AnomalyKind.VOLUME ? (random.nextBoolean() ? 0.5 : 2) : 1);
    long rows = Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
    double nullRate =
        (feed == Feed.MIXED ? 0.05 : 0.01) + (fault == AnomalyKind.NULL_RATE ? 0.1 : 0);
    for (long row = 0; row < rows; row++) {
      if (random.nextDouble() < nullRate) {
        sketch.addNull();
      } else if (text) {
        sketch.addText(text(fault));
      } else {
        sketch.addNumber(number(day, fault));
      }
    }
  }

  private double rows(int day) {
    boolean weekend = day % 7 >= 5;
    double noise = Math.exp(0.03 * random.nextGaussian());
    return noise
        * switch (feed) {
          case STEADY, SKEWED, SMALL_NUMBERS -> 2000;
          case WEEKLY -> weekend ? 600 : 2000;
          case HEAVY_TAILS -> 2000 * Math.exp(0.05 * studentT());
          case TREND -> 1000 * Math.exp(0.01 * day);
          case HOLIDAYS -> holidays.contains(day) ? 300 : weekend ? 600 : 2000;
          case FEW_ROWS -> 60;
          case MIXED ->
              (weekend ? 400 : 1500) * Math.exp(0.005 * day) * Math.exp(0.03 * studentT());
        };
  }

  private String text(@Nullable AnomalyKind fault) {
    int pool = fault == AnomalyKind.CARDINALITY ? 40 : 400;
    int code = random.nextInt(pool);
    if (feed == Feed.MIXED && code % 5 == 0) {
      code = random.nextInt(5000);
    }
    if (fault == AnomalyKind.PATTERN && random.nextInt(5) == 0) {
      return String.format(Locale.ROOT, "%04d%s", code, "ab");
    }
    return code % 7 == 0 ? "n/a " + code % 3 : "AB-" + (1000 + code);
  }

  private double number(int day, @Nullable AnomalyKind fault) {
    double standard = random.nextGaussian();
    if (fault == AnomalyKind.DISTRIBUTION) {
      // Two heaps with the mean and the deviation of one.
      standard = 0.95 * (random.nextBoolean() ? 1 : -1) + 0.31 * standard;
    }
    if (fault == AnomalyKind.MEAN) {
      standard += 0.8;
    }
    double value =
        switch (feed) {
          case STEADY, FEW_ROWS, HOLIDAYS -> 100 + 15 * standard;
          case WEEKLY -> 100 + (day % 7 >= 5 ? 30 : 0) + 15 * standard;
          case SKEWED -> 50 * Math.exp(0.6 * standard);
          case HEAVY_TAILS -> 50 * Math.exp(1.5 * standard);
          case TREND -> 100 + 0.5 * day + 15 * standard;
          case SMALL_NUMBERS -> Math.floor(3 + 1.5 * standard);
          case MIXED -> (40 + 0.1 * day) * Math.exp(0.9 * standard) + (day % 7 >= 5 ? 10 : 0);
        };
    if (fault == AnomalyKind.CARDINALITY) {
      // A coarser unit than before.
      return Math.rint(value / 20) * 20;
    }
    return feed == Feed.SMALL_NUMBERS ? value : Math.rint(value * 100) / 100;
  }

  /** Of three degrees of freedom: a finite deviation, and now and then a day far out. */
  private double studentT() {
    double squares = 0;
    for (int i = 0; i < 3; i++) {
      squares += Math.pow(random.nextGaussian(), 2);
    }
    return random.nextGaussian() / Math.sqrt(squares / 3);
  }
}
