package io.concordat.observation.evaluation.fold;

import io.concordat.messages.contract.ContractId;
import io.concordat.messages.mesh.ProductId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The commitments of a contract that were observed. */
final class ContractFold {

  final ProductId product;
  final Map<String, CommitmentFold> commitments = new TreeMap<>();

  /** Commitments by version, as of {@link #asOf}. */
  Map<String, Map<String, Promised>> served = new HashMap<>();

  /** Of its product, as of {@link #asOf}. */
  List<Span> maintenance = List.of();

  long asOf = Long.MIN_VALUE;

  /** In which time one of its commitments holds. */
  OpenTime open(Promised promised) {
    return OpenTime.of(promised.hours(), maintenance);
  }

  ContractFold(String contract) {
    this.product = new ContractId(contract).product();
  }
}
