package io.concordat.observation.evaluation.fold;

import io.concordat.messages.mesh.ProductId;
import java.util.List;
import java.util.Map;

/** What was promised at one moment. */
public interface Promises {

  /** The moment: a position of the event store. */
  long asOf();

  /** Commitments of a contract, by version, then by name; empty where no version is served. */
  Map<String, Map<String, Promised>> of(String contract);

  /** Planned maintenance of a product, in the order of time, apart from each other. */
  List<Span> maintenance(ProductId product);
}
