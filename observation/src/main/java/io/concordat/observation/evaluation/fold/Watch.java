package io.concordat.observation.evaluation.fold;

import io.concordat.observation.evaluation.Course;

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
   * @param open the time in which data grows old
   */
  Watch heard(long data, long at, long now, Promised promised, OpenTime open) {
    long newer = Math.max(newest, data);
    boolean fresh = !isOlder(newer, now, promised.oldest(), open);
    return new Watch(
        newer, course.breached() ? course.after(at, fresh, promised.hysteresis()) : course);
  }

  /**
   * At a moment: silence breaks the promise once the newest data is older than promised.
   *
   * @param oldest how old data may be, milliseconds
   */
  Watch at(long now, long oldest, OpenTime open) {
    boolean overdue =
        !course.breached() && newest != Long.MIN_VALUE && isOlder(newest, now, oldest, open);
    return overdue ? new Watch(newest, course.overdue()) : this;
  }

  /** When the newest data becomes too old, now at the latest. */
  long due(long oldest, long now) {
    return newest == Long.MIN_VALUE ? now : Math.min(now, newest + oldest);
  }

  private static boolean isOlder(long data, long now, long oldest, OpenTime open) {
    return data == Long.MIN_VALUE || (now - data > oldest && open.elapsed(data, now) > oldest);
  }
}
