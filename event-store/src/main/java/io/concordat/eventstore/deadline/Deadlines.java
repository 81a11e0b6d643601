package io.concordat.eventstore.deadline;

import java.time.Instant;
import java.util.Map;

/**
 * Has something done at a later time, on one node of all. Survives restarts. Throws {@code
 * StoreUnavailable} where PostgreSQL cannot be asked.
 */
public interface Deadlines {

  /**
   * Plans a task; a task of the same name and id is moved to the new time, unless it is running
   * just now: then {@code StoreUnavailable} asks for another attempt.
   *
   * @param taskName name of a {@link DeadlineHandler}
   * @param id what the task is about, such as a stream; at most 400 characters
   * @param at UTC; a time that has passed means at once
   */
  void schedule(String taskName, String id, Instant at);

  /** Takes a planned task back; does nothing where there is none or where it is running already. */
  void cancel(String taskName, String id);

  /**
   * How many planned tasks failed when they were last tried and will be tried again, by name of
   * their {@link DeadlineHandler}; names of which none failed are not there.
   */
  Map<String, Integer> failing();
}
