package io.concordat.observation.evaluation.fold;

import io.concordat.observation.evaluation.Quantity;
import io.concordat.observation.evaluation.Reading;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What made a commitment turn, for the people who are told of the incident. */
enum Reason {
  /** Something was observed. */
  OBSERVED,
  /** Nothing was. */
  SILENCE,
  /** The version that stood in breach is gone. */
  NOT_SERVED;

  private static final int LONGEST_PROMISE = 300;

  /**
   * One or two sentences.
   *
   * @param breached whether it turned to that
   * @param promised null where the version is no longer served
   * @param stand of the version; null where nothing is known of it
   */
  String told(
      String commitment,
      @Nullable String version,
      boolean breached,
      @Nullable Promised promised,
      @Nullable Stand stand) {
    String what = version == null ? commitment : commitment + " of version " + version;
    if (this == NOT_SERVED || promised == null || stand == null) {
      return "The version by which " + commitment + " was broken is no longer served.";
    }
    String at = Instant.ofEpochMilli(stand.at).toString();
    if (!breached) {
      return this == SILENCE
          ? "Nothing stands against " + what + " any more."
          : "Kept again, " + what + ": " + seen(stand.reading) + " at " + at + ".";
    }
    return (this == SILENCE
            ? "Nothing new for " + what + " since " + at
            : "Broken, " + what + ": " + seen(stand.reading) + " at " + at)
        + "; promised is "
        + shortened(promised.told())
        + ".";
  }

  private static String seen(@Nullable Reading reading) {
    return switch (reading) {
      case Reading.Measured(Quantity quantity) -> amount(quantity);
      case Reading.Judged(long passed, long failed) ->
          failed + " of " + (passed + failed) + " checks failed";
      case null -> "seen";
    };
  }

  private static String amount(Quantity quantity) {
    double amount = quantity.amount();
    if (!quantity.unit().equals("seconds")) {
      return (number(amount) + " " + quantity.unit()).strip();
    }
    if (amount >= 86_400) {
      return number(amount / 86_400) + " d";
    }
    if (amount >= 3_600) {
      return number(amount / 3_600) + " h";
    }
    return amount >= 60 ? number(amount / 60) + " min" : number(amount) + " s";
  }

  private static String number(double amount) {
    BigDecimal rounded = BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_UP);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  private static String shortened(String promised) {
    if (promised.length() <= LONGEST_PROMISE) {
      return promised;
    }
    boolean half = Character.isHighSurrogate(promised.charAt(LONGEST_PROMISE - 1));
    return promised.substring(0, half ? LONGEST_PROMISE - 1 : LONGEST_PROMISE) + "…";
  }
}
