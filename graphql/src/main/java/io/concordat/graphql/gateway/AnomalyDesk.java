package io.concordat.graphql.gateway;

import io.concordat.messages.anomaly.AnomalyId;
import io.concordat.messages.anomaly.AnomalyKind;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.incident.IncidentId;
import io.concordat.messages.mesh.ProductId;
import io.concordat.messages.paging.Page;
import io.concordat.messages.paging.PageRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Knows which windows of fields were unusual. Blocks. */
public interface AnomalyDesk {

  /** What became of an anomaly. */
  enum State {
    DETECTED,
    /** Its incident was resolved as a false alarm. */
    DISMISSED,
    /** The window was sent anew, and is usual. */
    WITHDRAWN
  }

  /**
   * An unusual window of a field.
   *
   * @param from begin of the window, UTC
   * @param to end of the window, UTC, not included
   * @param observed what was there, in the unit of the kind
   * @param low the least that would have been usual
   * @param high the most that would have been usual
   * @param incident that heard of it; null where none did
   */
  record Anomaly(
      AnomalyId id,
      ContractId contract,
      String field,
      AnomalyKind kind,
      Instant from,
      Instant to,
      double observed,
      double expected,
      double low,
      double high,
      State state,
      Instant detectedAt,
      @Nullable IncidentId incident) {}

  /**
   * Those of a contract, the latest window first.
   *
   * @throws io.concordat.messages.InvalidValue for {@code after} where it is no cursor
   */
  Page<Anomaly> ofContract(ContractId contract, PageRequest page);

  /** Those of all contracts of a product, likewise. */
  Page<Anomaly> ofProduct(ProductId product, PageRequest page);
}
