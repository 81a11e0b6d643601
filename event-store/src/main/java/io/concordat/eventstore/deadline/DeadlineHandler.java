package io.concordat.eventstore.deadline;

/**
 * What is done when a time has come. A Spring bean; one node of all runs it. Runs again where the
 * node dies on the way or the handler throws, so that it has to be idempotent: as a rule it sends
 * one idempotent command and waits for the answer.
 */
public interface DeadlineHandler {

  /** Permanent name, lower case with hyphens. */
  String taskName();

  /**
   * Does it.
   *
   * @param id as it was planned with
   */
  void handle(String id);
}
