package io.concordat.queryside.sighting;

import io.concordat.messages.contract.ContractId;
import io.concordat.messages.mesh.ConsumerId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads that whoever serves the data reported. */
public interface ReadReports {

  /**
   * A reader, what it read, and when.
   *
   * @param reader the id of a consumer, registered or not
   * @param version null where it was not told
   * @param firstReadAt UTC
   * @param lastReadAt UTC
   */
  record Report(
      ConsumerId reader,
      ContractId contract,
      @Nullable String version,
      Instant firstReadAt,
      Instant lastReadAt) {}

  /** What these read, in no order. */
  List<Report> ofReaders(Set<ConsumerId> readers);

  /** Who read a contract, in no order. */
  List<Report> ofContract(ContractId contract);
}
