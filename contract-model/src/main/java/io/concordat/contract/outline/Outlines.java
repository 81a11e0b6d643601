package io.concordat.contract.outline;

import io.concordat.contract.dataset.DatasetNames;
import io.concordat.contract.odcs.CustomProperties;
import io.concordat.contract.odcs.Field;
import io.concordat.contract.odcs.OdcsContract;
import io.concordat.contract.odcs.SchemaObject;
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
        contract.objects().stream().map(object -> object(contract, object)).toList());
  }

  private static ObjectOutline object(OdcsContract contract, SchemaObject object) {
    return new ObjectOutline(
        object.name(),
        object.physicalName(),
        object.description(),
        Field.of(object).stream().map(Outlines::field).toList(),
        DatasetNames.of(contract, object));
  }

  private static FieldOutline field(Field field) {
    return new FieldOutline(
        field.path(),
        field.property().physicalName(),
        field.property().logicalType(),
        field.semanticType(),
        field.classification(),
        field.property().required(),
        field.property().description(),
        field.property().sources());
  }
}
