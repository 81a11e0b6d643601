package io.concordat.messages.contract;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A version of a contract, written {@code payments/settlements/daily@1.4.0}. A migration is named
 * after the version that is left, a node of the lineage graph after the version that it is.
 *
 * @param version as the contract's document says it
 */
public record VersionId(ContractId contract, String version) {

  private static final char BETWEEN = '@';
  private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z.+-]{1,100}");

  /**
   * Reads the written form; empty where the text does not have it.
   *
   * @throws io.concordat.messages.InvalidValue where what stands before the sign is no contract
   */
  public static Optional<VersionId> parse(String text) {
    int between = text.indexOf(BETWEEN);
    if (between < 0 || !VERSION.matcher(text.substring(between + 1)).matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new VersionId(new ContractId(text.substring(0, between)), text.substring(between + 1)));
  }

  /** The written form. */
  @Override
  public String toString() {
    return contract.value() + BETWEEN + version;
  }
}
