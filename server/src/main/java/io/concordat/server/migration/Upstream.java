package io.concordat.server.migration;

import io.concordat.messages.InvalidValue;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.contract.ContractOutline;
import io.concordat.messages.contract.FieldOutline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which contracts a version derives from, and through which of their fields. */
final class Upstream {

  private static final char HASH = '#';

  private Upstream() {}

  /**
   * The fields by contract, as {@code object.field}; none where the version only says that it
   * derives from the contract, and may read all of it. Texts that name no contract, and the
   * contract itself, are left out.
   */
  static Map<ContractId, List<String>> of(ContractId own, ContractOutline outline) {
    Map<ContractId, List<String>> fields = new LinkedHashMap<>();
    outline
        .upstream()
        .forEach(text -> contract(text).ifPresent(id -> fields.put(id, new ArrayList<>())));
    outline.objects().stream()
        .flatMap(object -> object.fields().stream())
        .map(FieldOutline::sources)
        .flatMap(List::stream)
        .forEach(source -> add(source, fields));
    fields.remove(own);
    return fields;
  }

  private static void add(String source, Map<ContractId, List<String>> fields) {
    int hash = source.indexOf(HASH);
    if (hash > 0 && hash < source.length() - 1) {
      contract(source.substring(0, hash))
          .ifPresent(id ->
              fields.computeIfAbsent(id, _ -> new ArrayList<>()).add(source.substring(hash + 1)));
    }
  }

  private static Optional<ContractId> contract(String text) {
    try {
      return Optional.of(new ContractId(text));
    } catch (InvalidValue namesNone) {
      return Optional.empty();
    }
  }
}
