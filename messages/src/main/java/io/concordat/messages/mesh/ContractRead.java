package io.concordat.messages.mesh;

import io.concordat.messages.Shape;
import io.concordat.messages.contract.ContractId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One contract that a consumer reads.
 *
 * @param contract which
 * @param fields the fields that it reads, as {@code object.field}; empty where it may read all of
 *     them
 * @param version the version that it is built for, such as {@code 1.4.0}; null where it does not
 *     say
 */
public record ContractRead(ContractId contract, List<String> fields, @Nullable String version) {

  /** A read that does not say of which version. */
  public ContractRead(ContractId contract, List<String> fields) {
    this(contract, fields, null);
  }

  public ContractRead {
    if (version != null) {
      Shape.line("version", version, 100);
    }
    fields = List.copyOf(fields);
    fields.forEach(field -> Shape.line("fields", field, 300));
  }
}
