package io.concordat.graphql.gateway;

/** Tells how the intake of observations does. Blocks. */
public interface IntakeDesk {

  /**
   * How it does now.
   *
   * @throws RuntimeException where the store cannot be asked
   */
  Intake now();

  /**
   * How the intake of observations does.
   *
   * @param lag rows of the log that are not folded yet, of all nodes
   * @param lagSeconds how long ago the oldest of them was accepted
   * @param unsent incidents and hours of counts that are not sent on yet, of all nodes
   * @param givenUp of these, so many were tried too often
   * @param waiting batches that wait to be stored, of this node
   * @param mostWaiting more of them are turned away
   * @param inFlightBytes memory for batches that are being read or wait, of this node
   * @param mostInFlightBytes more of it is turned away
   * @param turnedAway requests that were asked to come again since this node was started
   */
  record Intake(
      long lag,
      double lagSeconds,
      long unsent,
      long givenUp,
      int waiting,
      int mostWaiting,
      long inFlightBytes,
      long mostInFlightBytes,
      long turnedAway) {}
}
