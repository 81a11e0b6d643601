package io.concordat.graphql.gateway;

import io.concordat.messages.contract.ContractId;
import io.concordat.messages.incident.IncidentId;
import io.concordat.messages.mesh.ProductId;
import org.jspecify.annotations.Nullable;

/** Knows which incident of a promise is open, so that it has one at a time. Blocks. */
public interface IncidentPlaces {

  /**
   * The id under which an incident of a promise is opened: that of the one that is open, so that
   * opening it again is refused, or else one and the same id for all who ask at once.
   *
   * @param contract whose promise it is, null where it concerns the product as a whole
   * @param offered taken where none is open
   */
  IncidentId take(
      ProductId product, @Nullable ContractId contract, String commitment, IncidentId offered);
}
