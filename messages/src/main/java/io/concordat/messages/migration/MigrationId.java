package io.concordat.messages.migration;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.concordat.messages.InvalidValue;
import io.concordat.messages.contract.ContractId;
import java.util.regex.Pattern;

/**
 * Id of a migration: the contract and the version that is left, such as {@code
 * payments/settlements/daily@1.4.0}. It follows from what it is about, so that opening a migration
 * twice opens one.
 */
public record MigrationId(@JsonValue String value) implements Comparable<MigrationId> {

  private static final char BETWEEN = '@';
  private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z.+-]{1,100}");

  @JsonCreator
  public MigrationId {
    int between = value == null ? -1 : value.indexOf(BETWEEN);
    if (between < 0 || !VERSION.matcher(value.substring(between + 1)).matches()) {
      throw new InvalidValue(
          "migration", "must have the form domain/product/contract@version, was '" + value + "'");
    }
    contractOf(value);
  }

  /** The migration away from a version of a contract. */
  public static MigrationId of(ContractId contract, String version) {
    return new MigrationId(contract.value() + BETWEEN + version);
  }

  /** The contract whose version is left. */
  public ContractId contract() {
    return contractOf(value);
  }

  /** The version that is left, such as {@code 1.4.0}. */
  public String version() {
    return value.substring(value.indexOf(BETWEEN) + 1);
  }

  /** The migration's event stream. */
  public String stream() {
    return "migration:" + value;
  }

  private static ContractId contractOf(String value) {
    return new ContractId(value.substring(0, value.indexOf(BETWEEN)));
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
