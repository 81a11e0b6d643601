package io.concordat.eventstore.processing;

/**
 * Tells which failures of an event handler say nothing about the event: the store is gone, slow or
 * overloaded. Spring beans of this type add to what is known here.
 */
@FunctionalInterface
public interface TransientFailure {

  /** Whether trying the same event again later may well succeed; called for each cause. */
  boolean isTransient(Throwable failure);
}
