package io.concordat.cli.change;

import io.concordat.cli.host.Stop;
import io.concordat.cli.remote.Remote;
import io.concordat.cli.report.Sheet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Asks the server who is affected by a change. */
final class Impacts {

  private static final String QUERY =
      """
      query($of: ID!, $fields: [String!]) { impact(of: $of, fields: $fields) {
        consumers { id name fields depth domain { id } }
        contracts { id name fields depth domain { id } }
        owners
        domains { id }
      } }\
      """;

  private Impacts() {}

  /**
   * Who is affected.
   *
   * @param of a contract or a product
   * @param fields as {@code object.field}; empty for everything
   * @throws io.concordat.cli.host.Stop where the server cannot be asked
   */
  static Affected of(Remote remote, String of, List<String> fields) {
    Map<String, Object> variables = new HashMap<>();
    variables.put("of", of);
    variables.put("fields", fields.isEmpty() ? null : fields);
    JsonNode impact = remote.ask(QUERY, variables).path("impact");
    if (!Stream.of("consumers", "contracts", "owners", "domains")
        .allMatch(list -> impact.path(list).isArray())) {
      throw Stop.server(remote.address() + " answered without telling who is affected.");
    }
    List<Sheet.Reader> readers =
        Stream.of("consumers", "contracts")
            .flatMap(kind -> impact.path(kind).valueStream())
            .map(Impacts::reader)
            .toList();
    return new Affected(
        readers,
        texts(impact.path("owners")),
        impact
            .path("domains")
            .valueStream()
            .map(domain -> domain.path("id").asString(""))
            .toList());
  }

  private static Sheet.Reader reader(JsonNode node) {
    return new Sheet.Reader(
        node.path("id").asString(""), node.path("name").asString(""), texts(node.path("fields")));
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(text -> text.asString("")).toList();
  }

  /**
   * What the server answered.
   *
   * @param readers consumers, then contracts that derive from it, nearest first
   * @param owners who answer for the products of those contracts
   * @param domains of all that is affected
   */
  record Affected(List<Sheet.Reader> readers, List<String> owners, List<String> domains) {}
}
