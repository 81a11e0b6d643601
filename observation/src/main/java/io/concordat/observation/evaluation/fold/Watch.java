package io.concordat.observation.evaluation.fold;

import io.concordat.observation.evaluation.Course;
import io.concordat.observation.evaluation.Hysteresis;

/**
 * Whether the data of one version is as new as promised, by whatever producer that is told.
 *
 * @param newest time of the newest data, milliseconds since 1970 UTC
 * @param course breached while silence has broken the promise
 */
record Watch(long newest, Course course) {

  /** Before the first observation. Nothing can be overdue of which nothing was ever heard. */
  static final Watch NOTHING = new Watch(Long.MIN_VALUE, Course.BEGINNING);

  /**
   * After an observation.
   *
   * @param data time of the newest data by it
   * @param at when it was made
   * @param oldest how old data may be, milliseconds
   */
  Watch heard(long data, long at, long now, long oldest, Hysteresis hysteresis) {
    long newer = Math.max(newest, data);
    boolean fresh = now - newer <= oldest;
    return new Watch(newer, course.breached() ? course.after(at, fresh, hysteresis) : course);
  }

  /** At a moment: silence breaks the promise once the newest data is older than promised. */
  Watch at(long now, long oldest) {
    boolean overdue = newest != Long.MIN_VALUE && now - newest > oldest;
    return overdue && !course.breached() ? new Watch(newest, course.overdue()) : this;
  }
}
