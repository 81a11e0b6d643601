package io.concordat.graphql.error;

import io.concordat.messages.InvalidValue;
import java.util.List;
import java.util.stream.Collectors;

/** Refuses questions about fields that a contract never had. */
public final class UnknownFields {

  private static final int NAMED = 10;

  private UnknownFields() {}

  /**
   * Does nothing where all are known.
   *
   * @throws InvalidValue where some are not; the first of them are named
   */
  public static void refuse(String contract, List<String> unknown) {
    if (!unknown.isEmpty()) {
      String more = unknown.size() > NAMED ? " and " + (unknown.size() - NAMED) + " more" : "";
      throw new InvalidValue(
          "fields",
          "must be of "
              + contract
              + ", which never had "
              + unknown.stream().limit(NAMED).collect(Collectors.joining(", "))
              + more);
    }
  }
}
