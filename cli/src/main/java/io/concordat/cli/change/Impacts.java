package io.concordat.cli.change;

import io.concordat.cli.host.Stop;
import io.concordat.cli.remote.Remote;
import io.concordat.cli.report.Sheet;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the server who is affected by a change. */
final class Impacts {

  private static final String QUERY =
      """
      query($of: ID!, $fields: [String!], $asOf: DateTime, $depth: Int) {
        impact(of: $of, fields: $fields, asOf: $asOf, depth: $depth) {
        consumers { id name fields depth level consumerKind domain { id } }
        contracts { id name fields depth level domain { id } }
        owners
        domains { id }
        count
        truncated
      } }\
      """;

  private static final String DRAWING =
      """
      query($of: ID!, $fields: [String!], $asOf: DateTime, $depth: Int, $format: DrawingFormat!) {
        impact(of: $of, fields: $fields, asOf: $asOf, depth: $depth) { drawing(format: $format) }
      }\
      """;

  private Impacts() {}

  /**
   * Who is affected.
   *
   * @param of a contract or a product
   * @param fields as {@code object.field}; empty for everything
   * @param asOf as the mesh was then, UTC; null for now
   * @param depth how many steps are followed, 1 to 50
   * @throws io.concordat.cli.host.Stop where the server cannot be asked
   */
  static Affected of(
      Remote remote, String of, List<String> fields, @Nullable Instant asOf, int depth) {
    JsonNode impact = ask(remote, of, fields, asOf, depth);
    List<Sheet.Reader> readers =
        Stream.of("consumers", "contracts")
            .flatMap(kind -> impact.path(kind).valueStream())
            .map(Impacts::reader)
            .toList();
    return new Affected(
        readers,
        texts(impact.path("owners")),
        impact.path("domains").valueStream().map(domain -> domain.path("id").asString("")).toList(),
        Stream.of("consumers", "contracts")
            .flatMap(kind -> impact.path(kind).valueStream())
            .map(Impacts::row)
            .toList(),
        impact.path("count").asInt(readers.size()),
        impact.path("truncated").asBoolean(false));
  }

  /** The answer as the server gives it, as indented JSON. */
  static String json(
      Remote remote, String of, List<String> fields, @Nullable Instant asOf, int depth) {
    return JsonMapper.shared()
            .writerWithDefaultPrettyPrinter()
            .writeValueAsString(ask(remote, of, fields, asOf, depth))
        + "\n";
  }

  /**
   * A drawing of who is affected.
   *
   * @param format as the API names it: DOT or MERMAID
   */
  static String drawing(
      Remote remote,
      String of,
      List<String> fields,
      @Nullable Instant asOf,
      int depth,
      String format) {
    Map<String, Object> variables = variables(of, fields, asOf, depth);
    variables.put("format", format);
    JsonNode drawing = remote.ask(DRAWING, variables).path("impact").path("drawing");
    if (!drawing.isString()) {
      throw untold(remote);
    }
    return drawing.asString();
  }

  private static JsonNode ask(
      Remote remote, String of, List<String> fields, @Nullable Instant asOf, int depth) {
    JsonNode impact = remote.ask(QUERY, variables(of, fields, asOf, depth)).path("impact");
    if (!Stream.of("consumers", "contracts", "owners", "domains")
        .allMatch(list -> impact.path(list).isArray())) {
      throw untold(remote);
    }
    return impact;
  }

  private static Map<String, Object> variables(
      String of, List<String> fields, @Nullable Instant asOf, int depth) {
    Map<String, Object> variables = new HashMap<>();
    variables.put("of", of);
    variables.put("asOf", asOf == null ? null : asOf.toString());
    variables.put("depth", depth);
    variables.put("fields", fields.isEmpty() ? null : fields);
    return variables;
  }

  private static Stop untold(Remote remote) {
    return Stop.server(remote.address() + " answered without telling who is affected.");
  }

  private static List<String> row(JsonNode node) {
    return List.of(
        node.path("id").asString(""),
        node.path("name").asString(""),
        node.path("consumerKind").asString("CONTRACT"),
        node.path("domain").path("id").asString(""),
        node.path("level").asString(""),
        node.path("depth").asString(""),
        String.join("; ", texts(node.path("fields"))));
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
   * @param rows the readers as rows of a table: id, name, kind, domain, level, steps, fields
   * @param count how many are affected, told or not
   * @param truncated whether something that is affected is not told
   */
  record Affected(
      List<Sheet.Reader> readers,
      List<String> owners,
      List<String> domains,
      List<List<String>> rows,
      int count,
      boolean truncated) {}
}
