package io.concordat.council.seat;

/** Port: reads the stream {@code council:mesh}. */
public interface CouncilSeats {

  /**
   * The council as it was at most a bounded, short time ago (the adapter says how long); costs no
   * I/O on the caller's thread. For votes.
   */
  CouncilState recent();

  /** The council with every event that was committed before the call, on whichever node. */
  CouncilState current();
}
