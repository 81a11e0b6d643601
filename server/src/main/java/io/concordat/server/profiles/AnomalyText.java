package io.concordat.server.profiles;

import io.concordat.profile.anomaly.Anomaly;
import io.concordat.profile.anomaly.AnomalyKind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** What an incident says of an anomaly, for people. */
final class AnomalyText {

  private static final MathContext DIGITS = new MathContext(4);

  private AnomalyText() {}

  /** What was observed, what was expected and what would have been usual. */
  static String unusual(String field, Window window, Anomaly anomaly) {
    return String.format(
        Locale.ROOT,
        "%s of %s from %s to %s: %s was observed, %s was expected, and from %s to %s is usual.",
        name(anomaly.kind()),
        field,
        window.from(),
        window.to(),
        figure(anomaly.kind(), anomaly.observed()),
        figure(anomaly.kind(), anomaly.expected()),
        figure(anomaly.kind(), anomaly.low()),
        figure(anomaly.kind(), anomaly.high()));
  }

  /** That a window is as usual. */
  static String usual(String field, Window window, AnomalyKind kind) {
    return name(kind)
        + " of "
        + field
        + " from "
        + window.from()
        + " to "
        + window.to()
        + " is as usual.";
  }

  private static String name(AnomalyKind kind) {
    return switch (kind) {
      case VOLUME -> "Number of rows";
      case NULL_RATE -> "Share without a value";
      case CARDINALITY -> "Number of different values";
      case MEAN -> "Mean";
      case DISTRIBUTION -> "Distance from the usual distribution";
      case PATTERN -> "Distance from the usual shapes of texts";
    };
  }

  private static String figure(AnomalyKind kind, double value) {
    return switch (kind) {
      case VOLUME, CARDINALITY -> String.format(Locale.ROOT, "%,d", Math.round(value));
      case NULL_RATE ->
          new BigDecimal(value * 100).round(DIGITS).stripTrailingZeros().toPlainString() + " %";
      case MEAN, DISTRIBUTION, PATTERN ->
          new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString();
    };
  }
}
