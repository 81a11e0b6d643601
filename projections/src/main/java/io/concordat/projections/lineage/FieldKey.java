package io.concordat.projections.lineage;

import io.concordat.messages.contract.ContractId;
import io.concordat.projections.Declared;
import java.util.Optional;

/**
 * Key of a field: {@code <contract id>#<object>.<path>}, as documents name the fields that theirs
 * derive from. It holds no version: all versions of a contract speak of the same field. The graph
 * cannot index keys of any length, so of a path longer than {@value #LONGEST} characters the end is
 * replaced by its hash.
 */
record FieldKey(ContractId contract, String path) {

  private static final int LONGEST = 1_000;

  FieldKey {
    path = path.length() <= LONGEST ? path : path.substring(0, LONGEST) + "~" + Hash.of(path);
  }

  /** The key of a field in an object. */
  static FieldKey of(ContractId contract, String object, String path) {
    return new FieldKey(contract, object + "." + path);
  }

  /** Reads the key as a document writes it; empty where it names no field of a contract. */
  static Optional<FieldKey> parse(String text) {
    int hash = text.indexOf('#');
    if (hash < 0 || hash == text.length() - 1) {
      return Optional.empty();
    }
    return Declared.contract(text.substring(0, hash))
        .map(contract -> new FieldKey(contract, text.substring(hash + 1)));
  }

  @Override
  public String toString() {
    return contract + "#" + path;
  }
}
