package io.concordat.messages.observed;

import io.concordat.messages.contract.ContractId;
import io.concordat.messages.mesh.DatasetName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a product declares something else than jobs were seen to do.
 *
 * @param observedAt when a job was last seen to write the product's data, UTC; null where none was:
 *     then nothing can be said of its lineage
 * @param undeclared contracts that its data was seen to derive from, and that it does not declare
 * @param unobserved contracts that it declares to derive from, whose datasets are known, and that
 *     its data was not seen to derive from; empty where nothing was observed
 * @param schema where the columns that were seen are not as its contracts promise
 */
public record LineageDriftView(
    @Nullable Instant observedAt,
    List<Undeclared> undeclared,
    List<ContractId> unobserved,
    List<SchemaDifference> schema) {

  public LineageDriftView {
    undeclared = List.copyOf(undeclared);
    unobserved = List.copyOf(unobserved);
    schema = List.copyOf(schema);
  }

  /**
   * A contract that is read and not declared.
   *
   * @param contract that is read
   * @param dataset of it that is read
   * @param since when the last step to it was first seen, UTC
   */
  public record Undeclared(ContractId contract, DatasetName dataset, Instant since) {}

  /**
   * One field.
   *
   * @param contract of the product
   * @param field its place, {@code object.field}; the column's name stands for the field where the
   *     contract has none
   * @param dataset where it was seen
   * @param promised logical type, null where the contract has no such field or gives it no type
   * @param observed type of the column as it was sent, null where there is no such column or it was
   *     sent without one
   */
  public record SchemaDifference(
      ContractId contract,
      String field,
      DatasetName dataset,
      SchemaDifferenceKind kind,
      @Nullable String promised,
      @Nullable String observed) {}

  /** What is different. */
  public enum SchemaDifferenceKind {
    /** The contract promises a field that is not there. */
    MISSING,
    /** There is a column that the contract does not promise. */
    ADDITIONAL,
    /** The column has a type that the promised one does not allow. */
    TYPE
  }
}
