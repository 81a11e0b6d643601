package io.concordat.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Documents that differ from a given one in one place, for each place and each kind of change. */
public final class Mutants {

  /**
   * A changed document.
   *
   * @param change where and what, to tell which it is
   */
  public record Mutant(String change, JsonNode document) {}

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** What takes the place of a value. */
  private static final List<JsonNode> VALUES =
      values(
          "null",
          "\"text\"",
          "\"\"",
          "\"A B\"",
          "7",
          "-1",
          "0",
          "1.5",
          "1.0",
          "true",
          "[]",
          "{}",
          "[\"x\"]",
          "[1, 2]",
          "[2, 1]",
          "[1, 1.0]",
          "[{}]",
          "{\"a\": 1}",
          "\"a.b\"",
          "\"schema/a/properties/b\"",
          "\"f.yaml#/schema/a\"",
          "\"string\"",
          "\"object\"",
          "\"array\"",
          "\"timestamp\"",
          "\"sql\"",
          "\"custom\"",
          "\"text\"",
          "\"library\"");

  /** What is added to a mapping that does not have it. */
  private static final Map<String, JsonNode> ADDED =
      added(
          "unknown", "1",
          "id", "\"b c\"",
          "customProperties", "[{\"property\": \"p\", \"value\": null}]",
          "authoritativeDefinitions", "[{\"url\": \"u\", \"type\": \"t\"}]",
          "tags", "[\"t\"]",
          "description", "\"d\"",
          "mustBe", "\"x\"",
          "mustBeLessThan", "3",
          "mustBeBetween", "[1, 2]",
          "metric", "\"rowCount\"",
          "rule", "\"r\"",
          "arguments", "{}",
          "query", "\"q\"",
          "engine", "\"e\"",
          "implementation", "{}",
          "type", "\"text\"",
          "logicalType", "\"integer\"",
          "logicalTypeOptions", "{\"minimum\": 1, \"exclusiveMinimum\": true}",
          "items", "{\"logicalType\": \"string\"}",
          "properties", "[{\"name\": \"added\"}]",
          "relationships", "[{\"to\": \"a.b\"}]",
          "from", "\"a.b\"",
          "to", "[\"a.b\"]",
          "physicalName", "\"n\"",
          "url", "\"u\"",
          "name", "\"added\"",
          "role", "\"r\"",
          "username", "\"u\"",
          "port", "1",
          "members", "[{\"username\": \"u\"}]",
          "contractId", "\"c\"",
          "version", "\"1.0.0\"",
          "inputContracts", "[{\"id\": \"a\", \"version\": \"1\"}]",
          "enum", "[{\"value\": 1}]");

  private final int perPlace;
  private final Map<String, Integer> seen = new HashMap<>();
  private final JsonNode root;
  private final List<Mutant> found = new ArrayList<>();

  private Mutants(JsonNode root, int perPlace) {
    this.root = root.deepCopy();
    this.perPlace = perPlace;
  }

  /**
   * The mutants of a document.
   *
   * @param perPlace how often places that differ only in their position in a list are changed
   */
  public static List<Mutant> of(JsonNode document, int perPlace) {
    Mutants mutants = new Mutants(document, perPlace);
    mutants.visit(mutants.root, "", changed -> {});
    return mutants.found;
  }

  private void visit(JsonNode node, String place, Consumer<JsonNode> replace) {
    String kind = node.path("type").asString("") + node.path("logicalType").asString("");
    if (seen.merge(place + "#" + kind, 1, Integer::sum) > perPlace) {
      return;
    }
    if (!place.isEmpty()) {
      for (JsonNode value : VALUES) {
        replace.accept(value);
        keep(place + " = " + value);
      }
      replace.accept(node);
    }
    if (node instanceof ObjectNode object) {
      visitObject(object, place);
    } else if (node instanceof ArrayNode array) {
      visitArray(array, place);
    }
  }

  private void visitObject(ObjectNode object, String place) {
    for (String name : List.copyOf(object.propertyNames())) {
      JsonNode value = object.get(name);
      object.remove(name);
      keep(place + " without " + name);
      object.set(name, value);
      visit(value, place + "/" + name, changed -> object.set(name, changed));
    }
    ADDED.forEach((name, value) -> {
      if (!object.has(name)) {
        object.set(name, value);
        keep(place + " with " + name + " = " + value);
        object.remove(name);
      }
    });
  }

  private void visitArray(ArrayNode array, String place) {
    if (!array.isEmpty()) {
      array.add(array.get(0).deepCopy());
      keep(place + " with its first twice");
      array.remove(array.size() - 1);
    }
    for (int i = 0; i < array.size(); i++) {
      int index = i;
      visit(array.get(i), place + "/*", changed -> array.set(index, changed));
    }
  }

  private void keep(String change) {
    found.add(new Mutant(change, root.deepCopy()));
  }

  private static List<JsonNode> values(String... texts) {
    return List.of(texts).stream().map(MAPPER::readTree).toList();
  }

  private static Map<String, JsonNode> added(String... namesAndValues) {
    Map<String, JsonNode> added = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      added.put(namesAndValues[i], MAPPER.readTree(namesAndValues[i + 1]));
    }
    return added;
  }
}
