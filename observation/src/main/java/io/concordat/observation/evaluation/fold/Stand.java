package io.concordat.observation.evaluation.fold;

import io.concordat.observation.evaluation.Course.Standing;
import io.concordat.observation.evaluation.Reading;
import org.jspecify.annotations.Nullable;

/**
 * Where one version's commitment stands by all that is known of it.
 *
 * <p>Not thread safe.
 */
final class Stand {

  Standing standing;
  long since;
  long at;

  /** The latest that was observed; null where it was saved without. */
  @Nullable Reading reading;

  /**
   * As it is saved; times are milliseconds since 1970 UTC.
   *
   * @param since when it began to stand so
   * @param at when it was observed last
   */
  Stand(Standing standing, long since, long at, @Nullable Reading reading) {
    this.standing = standing;
    this.since = since;
    this.at = at;
    this.reading = reading;
  }

  void heard(long observed, Reading what) {
    if (observed >= at) {
      at = observed;
      reading = what;
    }
  }

  void is(Standing now, long moment) {
    if (standing != now) {
      standing = now;
      since = moment;
    }
  }
}
