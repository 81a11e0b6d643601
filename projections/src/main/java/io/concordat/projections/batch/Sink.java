package io.concordat.projections.batch;

import java.util.List;

/**
 * A store that takes changes. Taking the same changes again, or again together with others, must
 * end in the same state.
 *
 * @param <C> a change of the store
 */
public interface Sink<C> {

  /**
   * Writes changes, in the order in which their events happened.
   *
   * @throws RuntimeException where they could not all be written
   */
  void write(List<C> changes);

  /**
   * Whether a failure of {@link #write} tells that the store refused the data, so that trying again
   * would be of no use. False where the store is gone, too slow or full.
   */
  boolean refuses(RuntimeException failure);
}
