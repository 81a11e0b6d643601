package io.concordat.contract.gate;

import io.concordat.contract.odcs.CustomProperties;
import io.concordat.contract.odcs.OdcsContract;
import io.concordat.contract.odcs.OdcsReader;
import io.concordat.messages.InvalidValue;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.policy.UpstreamRead;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The contracts that a document declares upstream, each asked once.
 *
 * @param declared what was found by declared id, in the order of the document
 */
record Upstream(Map<String, Optional<UpstreamContract>> declared) {

  static Upstream of(OdcsContract contract, UpstreamLookup lookup) {
    Map<String, Optional<UpstreamContract>> declared = new LinkedHashMap<>();
    for (String id : CustomProperties.upstream(contract).orElse(List.of())) {
      if (!declared.containsKey(id)) {
        declared.put(id, isContractId(id) ? lookup.find(id) : Optional.empty());
      }
    }
    return new Upstream(declared);
  }

  /** Those that do not exist. */
  Set<String> unknown() {
    Set<String> unknown = new LinkedHashSet<>();
    declared.forEach((id, found) -> {
      if (found.isEmpty()) {
        unknown.add(id);
      }
    });
    return unknown;
  }

  /** What is known of each. */
  List<UpstreamRead> reads() {
    List<UpstreamRead> reads = new ArrayList<>();
    declared.forEach((id, found) ->
        reads.add(
            new UpstreamRead(
                id,
                found.map(UpstreamContract::version).orElse(null),
                found.map(UpstreamContract::digest).orElse(null))));
    return reads;
  }

  /** Those whose documents are at hand and can be read. */
  Map<String, OdcsContract> contracts() {
    Map<String, OdcsContract> contracts = new LinkedHashMap<>();
    declared.forEach((id, found) -> {
      OdcsContract contract =
          found
              .flatMap(upstream -> upstream.document().get())
              .map(document -> OdcsReader.read(document).contract())
              .orElse(null);
      if (contract != null) {
        contracts.put(id, contract);
      }
    });
    return contracts;
  }

  private static boolean isContractId(String text) {
    try {
      return new ContractId(text).value().equals(text);
    } catch (InvalidValue notAnId) {
      return false;
    }
  }
}
