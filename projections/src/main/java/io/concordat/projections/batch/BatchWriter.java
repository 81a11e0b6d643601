package io.concordat.projections.batch;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Collects the changes that a processing group's handlers fold from events, and writes them once
 * per batch of events, before the batch commits.
 *
 * <p>A store that is gone makes the batch fail, so that it is delivered again: nothing is skipped.
 * A store that refuses the data makes the batch fail too, and from then on each event is written by
 * itself from within its handler, so that only the event with the refused data is dead-lettered.
 * After a batch without such a refusal the events are written together again.
 *
 * <p>Thread safe; each unit of work has its own changes.
 *
 * @param <C> a change of the store
 */
public final class BatchWriter<C> {

  private final String resource;
  private final Sink<C> sink;
  private volatile boolean careful;

  /**
   * A writer of one processing group.
   *
   * @param group name of the group
   */
  public BatchWriter(String group, Sink<C> sink) {
    this.resource = BatchWriter.class.getName() + "/" + group;
    this.sink = sink;
  }

  /**
   * Adds the changes of one event to the batch that is being processed by this thread.
   *
   * @throws IllegalStateException where this thread processes no event
   * @throws RuntimeException where events are written one by one and the store refuses this one
   */
  public void add(List<C> changes) {
    UnitOfWork<?> unit = CurrentUnitOfWork.get().root();
    Pending<C> pending = unit.getOrComputeResource(resource, key -> begin(unit));
    if (pending.failure == null) {
      if (pending.oneByOne) {
        writeAlone(pending, changes);
      } else {
        pending.changes.addAll(changes);
      }
    }
  }

  /** Whether events are written one by one at present. */
  boolean isCareful() {
    return careful;
  }

  private Pending<C> begin(UnitOfWork<?> unit) {
    Pending<C> pending = new Pending<>(careful);
    unit.onPrepareCommit(ready -> finish(pending));
    return pending;
  }

  private void writeAlone(Pending<C> pending, List<C> changes) {
    try {
      sink.write(changes);
    } catch (RuntimeException failure) {
      if (sink.refuses(failure)) {
        pending.refused = true;
        throw failure;
      }
      pending.failure = failure;
    }
  }

  private void finish(Pending<C> pending) {
    if (pending.failure != null) {
      throw pending.failure;
    }
    if (pending.oneByOne) {
      careful = pending.refused;
      return;
    }
    try {
      sink.write(pending.changes);
    } catch (RuntimeException failure) {
      careful = sink.refuses(failure);
      throw failure;
    }
  }

  private static final class Pending<C> {
    final List<C> changes = new ArrayList<>();
    final boolean oneByOne;
    boolean refused;
    @Nullable RuntimeException failure;

    Pending(boolean oneByOne) {
      this.oneByOne = oneByOne;
    }
  }
}
