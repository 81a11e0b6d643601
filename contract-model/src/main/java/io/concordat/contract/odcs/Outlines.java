package io.concordat.contract.odcs;

import io.concordat.messages.contract.ContractOutline;
import io.concordat.messages.contract.FieldOutline;
import io.concordat.messages.contract.ObjectOutline;
import java.util.List;

/** The parts of a contract that others link and search by. */
public final class Outlines {

  private Outlines() {}

  /** The outline of a contract; what it says of items of a list follows {@link Field}. */
  public static ContractOutline of(OdcsContract contract) {
    return new ContractOutline(
        contract.name(),
        contract.description().purpose(),
        contract.status(),
        contract.tags(),
        CustomProperties.upstream(contract).orElse(List.of()),
        contract.objects().stream().map(Outlines::object).toList());
  }

  private static ObjectOutline object(SchemaObject object) {
    return new ObjectOutline(
        object.name(),
        object.physicalName(),
        object.description(),
        Field.of(object).stream().map(Outlines::field).toList());
  }

  private static FieldOutline field(Field field) {
    return new FieldOutline(
        field.path(),
        field.property().logicalType(),
        field.semanticType(),
        field.classification(),
        field.property().required(),
        field.property().description(),
        field.property().sources());
  }
}
