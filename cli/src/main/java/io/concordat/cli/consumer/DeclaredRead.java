package io.concordat.cli.consumer;

import io.concordat.cli.host.Stop;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A read as it is typed: {@code <contract>}, then {@code @<version>} and {@code
 * #<object.field>,<object.field>} where they are wanted.
 *
 * @param contract its id
 * @param version null where it is not told
 * @param fields empty where it may read all of them
 */
record DeclaredRead(String contract, @Nullable String version, List<String> fields) {

  DeclaredRead {
    fields = List.copyOf(fields);
  }

  /**
   * Reads it.
   *
   * @throws Stop where a part is empty
   */
  static DeclaredRead of(String typed) {
    int hash = typed.indexOf('#');
    String named = hash < 0 ? typed : typed.substring(0, hash);
    int at = named.indexOf('@');
    DeclaredRead read =
        new DeclaredRead(
            at < 0 ? named : named.substring(0, at),
            at < 0 ? null : named.substring(at + 1),
            hash < 0 ? List.of() : List.of(typed.substring(hash + 1).split(",", -1)));
    if (read.contract.isEmpty()
        || (read.version != null && read.version.isEmpty())
        || read.fields.contains("")) {
      throw Stop.usage(
          "'" + typed + "' is not CONTRACT, CONTRACT@VERSION or either with #OBJECT.FIELD,…");
    }
    return read;
  }

  /** As GraphQL takes it. */
  Map<String, @Nullable Object> input() {
    Map<String, @Nullable Object> input = new HashMap<>();
    input.put("contract", contract);
    input.put("version", version);
    input.put("fields", fields);
    return input;
  }
}
