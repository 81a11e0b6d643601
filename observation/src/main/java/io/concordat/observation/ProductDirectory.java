package io.concordat.observation;

import io.concordat.messages.mesh.ProductId;

/**
 * Port to the products in the event store, never to a projection: an answer is as new as the last
 * committed event, and a yes stays a yes.
 *
 * <p>Asked within the command's transaction and on its thread; a fault of the store is thrown, not
 * answered with no.
 */
public interface ProductDirectory {

  /** Whether the data product is registered. */
  boolean productExists(ProductId product);
}
