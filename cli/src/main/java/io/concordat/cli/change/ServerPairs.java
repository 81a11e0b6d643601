package io.concordat.cli.change;

import io.concordat.cli.input.Input;
import io.concordat.cli.remote.Remote;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Pairs documents with the versions that the server has of their contracts. */
final class ServerPairs {

  private static final String QUERY =
      """
      query($contract: ID!, $version: String!, $named: Boolean!) {
        contract(id: $contract) {
          current @skip(if: $named) { version document }
          version(version: $version) @include(if: $named) { version status document }
        }
      }\
      """;

  private ServerPairs() {}

  /**
   * Pairs each document with one version.
   *
   * @param version null for the one in force
   * @throws io.concordat.cli.host.Stop where the server cannot be asked
   */
  static List<Pair> of(Remote remote, List<Input> inputs, @Nullable String version) {
    List<Pair> pairs = new ArrayList<>();
    for (Input input : inputs) {
      String contract = Identity.of(input);
      Input before = contract == null ? unknown(input) : version(remote, contract, version);
      pairs.add(new Pair(input.name(), before, input));
    }
    return pairs;
  }

  /**
   * One version of a contract.
   *
   * @param version null for the one in force
   * @return null where there is no such contract, or none of its versions has passed the gate
   */
  static @Nullable Input version(Remote remote, String contract, @Nullable String version) {
    Map<String, Object> variables = new HashMap<>();
    variables.put("contract", contract);
    variables.put("version", version == null ? "" : version);
    variables.put("named", version != null);
    JsonNode found = remote.ask(QUERY, variables).path("contract");
    JsonNode wanted = found.path(version == null ? "current" : "version");
    boolean rejected = wanted.path("status").asString("").equals("REJECTED");
    if (!wanted.path("document").isString() || rejected) {
      return version == null
          ? null
          : new Input.Unreadable(contract, "The server has no published version " + version + ".");
    }
    return new Input.Text(
        "%s %s".formatted(contract, wanted.path("version").asString("")),
        null,
        wanted.path("document").asString());
  }

  private static Input unknown(Input input) {
    return input instanceof Input.Unreadable
        ? input
        : new Input.Unreadable(input.name(), "It has no id, so that nobody knows what it follows.");
  }
}
