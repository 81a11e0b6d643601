package io.concordat.observation.evaluation;

/** The answer of a promise to a reading. */
public sealed interface Holding {

  /** Checks, at least one. */
  record Held(long passed, long failed) implements Holding {

    static final Held KEPT = new Held(1, 0);
    static final Held BROKEN = new Held(0, 1);

    /** Whether no check failed. */
    public boolean kept() {
      return failed == 0;
    }
  }

  /** The reading says nothing of the promise. */
  record NotHeld(ObservationFault fault) implements Holding {}
}
