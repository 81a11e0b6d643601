package io.concordat.contract.odcs;

import io.concordat.contract.SemanticVersion;
import io.concordat.contract.tree.Mapping;
import io.concordat.contract.tree.Node;
import io.concordat.contract.tree.Paths;
import io.concordat.contract.tree.Scalar;
import io.concordat.contract.tree.Sequence;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Makes typed records of a tree whose structure was found valid. */
final class ContractBuilder {

  private ContractBuilder() {}

  static OdcsContract build(Mapping root) {
    return new OdcsContract(
        new Locus(Paths.ROOT, root),
        needed(root, "apiVersion"),
        needed(root, "id"),
        SemanticVersion.of(needed(root, "version")),
        needed(root, "status"),
        text(root, "name"),
        text(root, "domain"),
        text(root, "dataProduct"),
        text(root, "tenant"),
        description(root.get("description")),
        texts(root, "tags"),
        each(root, Paths.ROOT, "schema", ContractBuilder::schemaObject),
        each(root, Paths.ROOT, "slaProperties", ContractBuilder::slaProperty),
        team(root),
        each(root, Paths.ROOT, "servers", ContractBuilder::server),
        customProperties(root, Paths.ROOT));
  }

  private static Description description(@Nullable Node node) {
    return node instanceof Mapping mapping
        ? new Description(
            text(mapping, "purpose"), text(mapping, "usage"), text(mapping, "limitations"))
        : new Description(null, null, null);
  }

  private static List<TeamMember> team(Mapping root) {
    return root.get("team") instanceof Mapping team
        ? each(team, Paths.child(Paths.ROOT, "team"), "members", ContractBuilder::member)
        : each(root, Paths.ROOT, "team", ContractBuilder::member);
  }

  private static TeamMember member(Mapping node, String path) {
    return new TeamMember(
        new Locus(path, node), needed(node, "username"), text(node, "name"), text(node, "role"));
  }

  private static Server server(Mapping node, String path) {
    return new Server(
        new Locus(path, node),
        needed(node, "server"),
        needed(node, "type"),
        text(node, "environment"));
  }

  private static SlaProperty slaProperty(Mapping node, String path) {
    Scalar value = node.get("value") instanceof Scalar scalar ? scalar : null;
    return new SlaProperty(
        new Locus(path, node),
        needed(node, "property"),
        value == null || value.isNull() ? "" : value.text(),
        value == null ? null : number(value),
        text(node, "unit"),
        text(node, "element"),
        text(node, "driver"),
        text(node, "description"));
  }

  private static List<CustomProperty> customProperties(Mapping parent, String path) {
    return each(parent, path, "customProperties", ContractBuilder::customProperty);
  }

  private static CustomProperty customProperty(Mapping node, String path) {
    Node value = node.get("value");
    return new CustomProperty(
        new Locus(path, node),
        needed(node, "property"),
        value == null ? node : value,
        text(node, "description"));
  }

  private static SchemaObject schemaObject(Mapping node, String path) {
    return new SchemaObject(
        new Locus(path, node),
        needed(node, "name"),
        text(node, "physicalName"),
        text(node, "physicalType"),
        text(node, "description"),
        text(node, "businessName"),
        text(node, "dataGranularityDescription"),
        texts(node, "tags"),
        each(node, path, "quality", ContractBuilder::qualityRule),
        customProperties(node, path),
        each(node, path, "properties", ContractBuilder::property));
  }

  private static Property property(Mapping node, String path) {
    String name = text(node, "name");
    return new Property(
        new Locus(path, node),
        name == null ? "" : name,
        text(node, "logicalType"),
        text(node, "physicalType"),
        text(node, "physicalName"),
        text(node, "description"),
        text(node, "businessName"),
        text(node, "classification"),
        flag(node, "required"),
        flag(node, "unique"),
        flag(node, "primaryKey"),
        flag(node, "criticalDataElement"),
        texts(node, "tags"),
        texts(node, "transformSourceObjects"),
        each(node, path, "quality", ContractBuilder::qualityRule),
        customProperties(node, path),
        each(node, path, "properties", ContractBuilder::property),
        node.get("items") instanceof Mapping items
            ? property(items, Paths.child(path, "items"))
            : null);
  }

  private static QualityRule qualityRule(Mapping node, String path) {
    String type = text(node, "type");
    String metric = text(node, "metric");
    String operator =
        QualityShape.OPERATORS.stream()
            .filter(name -> node.get(name) != null)
            .findFirst()
            .orElse(null);
    return new QualityRule(
        new Locus(path, node),
        text(node, "id"),
        text(node, "name"),
        type == null ? "library" : type,
        text(node, "dimension"),
        metric == null ? text(node, "rule") : metric,
        operator,
        operator == null ? List.of() : operands(node.get(operator)),
        text(node, "unit"),
        text(node, "query"),
        text(node, "severity"),
        text(node, "description"));
  }

  private static List<BigDecimal> operands(@Nullable Node node) {
    List<BigDecimal> numbers = new ArrayList<>();
    if (node instanceof Scalar scalar) {
      scalar.decimal().ifPresent(numbers::add);
    } else if (node instanceof Sequence sequence) {
      sequence.items().forEach(item -> numbers.addAll(operands(item)));
    }
    return numbers;
  }

  private static @Nullable BigDecimal number(Scalar value) {
    if (value.isNumber()) {
      return value.decimal().orElse(null);
    }
    boolean plainNumber = value.text().strip().matches("[-+]?[0-9]{1,18}(\\.[0-9]{1,18})?");
    return plainNumber ? new BigDecimal(value.text().strip()) : null;
  }

  private static String needed(Mapping node, String name) {
    String text = text(node, name);
    if (text == null) {
      throw new IllegalStateException("'" + name + "' was checked to be there");
    }
    return text;
  }

  private static @Nullable String text(Mapping node, String name) {
    return node.get(name) instanceof Scalar scalar && !scalar.isNull() ? scalar.text() : null;
  }

  private static boolean flag(Mapping node, String name) {
    return node.get(name) instanceof Scalar scalar
        && scalar.kind() == Scalar.Kind.BOOLEAN
        && scalar.text().equalsIgnoreCase("true");
  }

  private static List<String> texts(Mapping node, String name) {
    List<String> texts = new ArrayList<>();
    if (node.get(name) instanceof Sequence sequence) {
      for (Node item : sequence.items()) {
        if (item instanceof Scalar scalar) {
          texts.add(scalar.text());
        }
      }
    }
    return texts;
  }

  private static <T> List<T> each(
      Mapping parent, String path, String name, BiFunction<Mapping, String, T> reader) {
    List<T> result = new ArrayList<>();
    if (parent.get(name) instanceof Sequence sequence) {
      String listPath = Paths.child(path, name);
      for (int i = 0; i < sequence.items().size(); i++) {
        if (sequence.items().get(i) instanceof Mapping item) {
          result.add(reader.apply(item, Paths.item(listPath, i)));
        }
      }
    }
    return result;
  }
}
