package io.concordat.messages.mesh;

import io.concordat.messages.Shape;
import io.concordat.messages.contract.ContractId;
import java.util.List;

/**
 * One contract that a consumer reads.
 *
 * @param contract which
 * @param fields the fields that it reads, as {@code object.field}; empty where it may read all of
 *     them
 */
public record ContractRead(ContractId contract, List<String> fields) {

  public ContractRead {
    fields = List.copyOf(fields);
    fields.forEach(field -> Shape.line("fields", field, 300));
  }
}
