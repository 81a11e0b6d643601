package io.concordat.server.reads;

import io.concordat.messages.contract.ContractId;
import io.concordat.messages.mesh.ConsumerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A read that was reported.
 *
 * @param version null where it was not told
 * @param at UTC
 */
record Read(ConsumerId reader, ContractId contract, @Nullable String version, Instant at) {

  Key key() {
    return new Key(reader, contract, version);
  }

  /** What one row is kept for. */
  record Key(ConsumerId reader, ContractId contract, @Nullable String version) {}
}
