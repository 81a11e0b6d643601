package io.concordat.server.probe;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a probe saw.
 *
 * @param kept whether all is well; where there is an age, whether there was anything to tell it of
 * @param age of what was seen, to be held against the promise; null where the probe judges itself
 * @param told for people; holds no address and no secret
 */
record Look(boolean kept, @Nullable Duration age, String told) {

  /** The same, of which nothing counts. */
  Look notCounted(String code) {
    return new Look(kept, age, told + "; not counted: " + code);
  }

  static Look failed(String told) {
    return new Look(false, null, told);
  }

  /**
   * Of something that has an age.
   *
   * @param oldestSeconds how old it may be; null to hold the age against the promise
   */
  static Look aged(Duration age, @Nullable Integer oldestSeconds) {
    Duration told = age.isNegative() ? Duration.ZERO : age;
    String words = "is " + told.toSeconds() + " s old";
    return oldestSeconds == null
        ? new Look(true, told, words)
        : new Look(told.compareTo(Duration.ofSeconds(oldestSeconds)) <= 0, null, words);
  }
}
