package io.concordat.observation.evaluation.fold;

import io.concordat.messages.contract.ContractId;
import io.concordat.messages.mesh.ProductId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The commitments of a contract that were observed. */
final class ContractFold {

  final ProductId product;

  /** In the order of their names, which is the order in which they turn. */
  final Map<String, CommitmentFold> commitments = new TreeMap<>();

  /** Commitments by version, as of {@link #asOf}. */
  Map<String, Map<String, Promised>> served = new HashMap<>();

  /** Of its product, as of {@link #asOf}. */
  List<Span> maintenance = List.of();

  long asOf = Long.MIN_VALUE;

  private final Map<String, CommitmentFold> byName = new HashMap<>();
  private final Map<String, Map<String, Map<String, Promised>>> alone = new HashMap<>();

  /** A commitment, without walking their order. */
  @Nullable CommitmentFold find(String name) {
    return byName.get(name);
  }

  void put(String name, CommitmentFold commitment) {
    commitments.put(name, commitment);
    byName.put(name, commitment);
  }

  /** Goes by what is served from here on. */
  void serve(Map<String, Map<String, Promised>> now) {
    served = now;
    alone.clear();
    now.forEach((version, promised) -> alone.put(version, Map.of(version, promised)));
  }

  /** One served version and what it promises; null where it is not served. */
  @Nullable Map<String, Map<String, Promised>> only(String version) {
    return alone.get(version);
  }

  /** In which time one of its commitments holds. */
  OpenTime open(Promised promised) {
    return OpenTime.of(promised.hours(), maintenance);
  }

  ContractFold(String contract) {
    this.product = new ContractId(contract).product();
  }
}
