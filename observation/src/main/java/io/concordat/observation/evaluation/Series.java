package io.concordat.observation.evaluation;

import io.concordat.observation.evaluation.Course.Turn;
import io.concordat.observation.evaluation.Holding.Held;
import io.concordat.observation.evaluation.Holding.NotHeld;
import org.jspecify.annotations.Nullable;

/**
 * What one producer observes of one promise of one version, folded from its first observation on:
 * each is counted once.
 *
 * <p>Not thread safe.
 */
public final class Series {

  private final Pledge pledge;
  private final Hysteresis hysteresis;
  private final Tally tally;
  private final Recent recent;
  private Course course;

  /**
   * Before its first observation.
   *
   * @param tally where its checks are counted
   */
  public Series(Pledge pledge, Hysteresis hysteresis, Tally tally) {
    this(pledge, hysteresis, tally, new Recent(), Course.BEGINNING);
  }

  /**
   * As it was saved.
   *
   * @param tally where its checks are counted
   * @param recent what {@link #recent} gave
   * @param course what {@link #course} gave
   */
  public Series(Pledge pledge, Hysteresis hysteresis, Tally tally, Recent recent, Course course) {
    this.pledge = pledge;
    this.hysteresis = hysteresis;
    this.tally = tally;
    this.recent = recent;
    this.course = course;
  }

  /** What became of an observation. */
  public sealed interface Outcome {

    /**
     * It was counted.
     *
     * @param turn what others are told of it; null where nothing
     */
    record Counted(@Nullable Turn turn) implements Outcome {}

    /** It was not. */
    record Refused(ObservationFault fault) implements Outcome {}
  }

  /**
   * Folds an observation.
   *
   * @param at when it was observed, milliseconds since 1970 UTC
   */
  public Outcome observe(String id, long at, Reading reading) {
    return switch (pledge.hold(reading)) {
      case NotHeld(ObservationFault fault) -> new Outcome.Refused(fault);
      case Held held ->
          switch (recent.arrive(at, Recent.hash(id))) {
            case REPEATED -> new Outcome.Refused(ObservationFault.OBSERVATION_REPEATED);
            case LATE -> new Outcome.Refused(ObservationFault.OBSERVATION_LATE);
            case NEW -> count(at, held);
          };
    };
  }

  private Outcome count(long at, Held held) {
    tally.add(at, held.passed(), held.failed());
    Course before = course;
    course = before.after(at, held.kept(), hysteresis);
    return new Outcome.Counted(before.turn(course));
  }

  /** Nothing was heard for longer than expected. */
  public void silence() {
    course = course.silent();
  }

  /** Its latest observations. */
  public Recent recent() {
    return recent;
  }

  /** Where it stands. */
  public Course course() {
    return course;
  }
}
