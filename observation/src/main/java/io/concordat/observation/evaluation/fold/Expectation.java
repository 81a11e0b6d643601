package io.concordat.observation.evaluation.fold;

/** When a promise must be heard of again, lest nobody knows where it stands. */
@FunctionalInterface
public interface Expectation {

  /**
   * Whether it should have been heard of.
   *
   * @param heard time of the latest observation, milliseconds since 1970 UTC
   * @param now milliseconds since 1970 UTC, later than that
   * @param open the time that counts
   */
  boolean missed(long heard, long now, OpenTime open);

  /** At least once in so many milliseconds. */
  static Expectation every(long millis) {
    return (heard, now, open) -> now - heard > millis && open.elapsed(heard, now) > millis;
  }
}
