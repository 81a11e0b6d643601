package io.concordat.messages.migration;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.concordat.messages.InvalidValue;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.contract.VersionId;

/**
 * Id of a migration: the contract and the version that is left, such as {@code
 * payments/settlements/daily@1.4.0}. It follows from what it is about, so that opening a migration
 * twice opens one.
 */
public record MigrationId(@JsonValue String value) implements Comparable<MigrationId> {

  @JsonCreator
  public MigrationId {
    if (value == null || VersionId.parse(value).isEmpty()) {
      throw new InvalidValue(
          "migration", "must have the form domain/product/contract@version, was '" + value + "'");
    }
  }

  /** The migration away from a version of a contract. */
  public static MigrationId of(ContractId contract, String version) {
    return new MigrationId(new VersionId(contract, version).toString());
  }

  /** The contract whose version is left. */
  public ContractId contract() {
    return left().contract();
  }

  /** The version that is left, such as {@code 1.4.0}. */
  public String version() {
    return left().version();
  }

  /** The migration's event stream. */
  public String stream() {
    return "migration:" + value;
  }

  private VersionId left() {
    return VersionId.parse(value).orElseThrow();
  }

  @Override
  public int compareTo(MigrationId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
