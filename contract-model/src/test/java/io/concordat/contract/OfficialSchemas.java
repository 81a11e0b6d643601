package io.concordat.contract;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.concordat.contract.tree.DocumentTree;
import io.concordat.contract.tree.Mapping;
import io.concordat.contract.tree.Node;
import io.concordat.contract.tree.Scalar;
import io.concordat.contract.tree.Sequence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON Schemas and the examples of a standard, read from where they lie. A test that asks for
 * them is skipped where they are not.
 */
public final class OfficialSchemas {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Path folder;
  private final Map<String, Schema> byVersion = new TreeMap<>();

  private OfficialSchemas(Path folder) {
    this.folder = folder;
  }

  /**
   * @param standard name of its folder
   * @param versions such as {@code v3.1.0}
   */
  public static OfficialSchemas of(String standard, String... versions) {
    String root = System.getenv().getOrDefault("CONCORDAT_STANDARDS", "../../shared/standards");
    Path folder = Path.of(root, standard);
    assumeTrue(
        Files.isDirectory(folder),
        "no standard in " + folder + "; set CONCORDAT_STANDARDS to the folder that has it");
    OfficialSchemas schemas = new OfficialSchemas(folder);
    SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09);
    for (String version : versions) {
      String name = standard + "-json-schema-" + version + ".json";
      schemas.byVersion.put(version, registry.getSchema(text(folder.resolve("schema", name))));
    }
    return schemas;
  }

  /** Every example, by its path, in order. */
  public Map<String, String> examples() throws IOException {
    Path examples = folder.resolve("examples");
    try (Stream<Path> files = Files.walk(examples)) {
      Map<String, String> texts = new TreeMap<>();
      List<Path> documents = files.filter(file -> file.toString().endsWith(".yaml")).toList();
      documents.forEach(file -> texts.put(examples.relativize(file).toString(), text(file)));
      return texts;
    }
  }

  /** Whether a document is valid by the version that it declares or by the newest. */
  public boolean accept(JsonNode document, String newest) {
    if (byVersion.get(newest).validate(document).isEmpty()) {
      return true;
    }
    Schema declared = byVersion.get(document.path("apiVersion").asString(""));
    return declared != null && declared.validate(document).isEmpty();
  }

  /**
   * A document cut into small ones, so that judging one is quick: one for each entry of each part
   * of the document, with the values at the root that are neither mappings nor lists.
   */
  public static List<JsonNode> parts(JsonNode document) {
    ObjectNode values = JSON.objectNode();
    document.properties().stream()
        .filter(entry -> entry.getValue().isValueNode())
        .forEach(entry -> values.set(entry.getKey(), entry.getValue()));
    List<JsonNode> parts = new ArrayList<>(List.of(values));
    document
        .properties()
        .forEach(entry -> {
          if (entry.getValue() instanceof ObjectNode part) {
            parts.add(values.deepCopy().set(entry.getKey(), part));
          } else if (entry.getValue() instanceof ArrayNode list) {
            for (JsonNode item : list) {
              parts.add(values.deepCopy().set(entry.getKey(), JSON.arrayNode().add(item)));
            }
          }
        });
    return parts;
  }

  /** The tree of a readable document as JSON. */
  public static JsonNode json(String document) {
    Node root = DocumentTree.read(document).root();
    return json(root);
  }

  private static JsonNode json(Node node) {
    return switch (node) {
      case Mapping mapping -> {
        ObjectNode object = JSON.objectNode();
        mapping.entries().forEach((name, entry) -> object.set(name, json(entry.value())));
        yield object;
      }
      case Sequence sequence -> {
        ArrayNode array = JSON.arrayNode();
        sequence.items().forEach(item -> array.add(json(item)));
        yield array;
      }
      case Scalar scalar -> json(scalar);
    };
  }

  private static JsonNode json(Scalar scalar) {
    return switch (scalar.kind()) {
      case STRING -> JSON.stringNode(scalar.text());
      case INTEGER -> JSON.numberNode(scalar.decimal().orElseThrow().toBigIntegerExact());
      case NUMBER -> JSON.numberNode(scalar.decimal().orElse(BigDecimal.ZERO));
      case BOOLEAN -> JSON.booleanNode(scalar.text().equalsIgnoreCase("true"));
      case NULL -> JSON.nullNode();
    };
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
