package io.concordat.contract.odcs;

import io.concordat.contract.shape.Check;
import io.concordat.contract.shape.ObjectShape;
import io.concordat.contract.shape.Shape;
import io.concordat.contract.shape.Shapes;
import io.concordat.contract.tree.Mapping;
import io.concordat.contract.tree.Node;
import io.concordat.contract.tree.Scalar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A property of an object, or the items of a list; some of its fields depend on its type. */
final class PropertyShape {

  static final List<String> LOGICAL_TYPES =
      List.of(
          "string", "date", "timestamp", "time", "number", "integer", "object", "array", "boolean");

  private static final List<String> LOGICAL_TYPES_BEFORE_31 =
      List.of("string", "date", "number", "integer", "object", "array", "boolean");

  private static final Map<String, String> OTHER_TYPE_NAMES =
      Map.ofEntries(
          Map.entry("varchar", "string"),
          Map.entry("char", "string"),
          Map.entry("text", "string"),
          Map.entry("uuid", "string"),
          Map.entry("decimal", "number"),
          Map.entry("numeric", "number"),
          Map.entry("double", "number"),
          Map.entry("float", "number"),
          Map.entry("int", "integer"),
          Map.entry("bigint", "integer"),
          Map.entry("long", "integer"),
          Map.entry("bool", "boolean"),
          Map.entry("datetime", "timestamp"),
          Map.entry("timestamptz", "timestamp"),
          Map.entry("list", "array"),
          Map.entry("record", "object"),
          Map.entry("struct", "object"));

  private static final Shape TYPE_NAME =
      Shape.changed(
          Shapes.word(LOGICAL_TYPES_BEFORE_31, OTHER_TYPE_NAMES),
          Editions.V3_1_0,
          Shapes.word(LOGICAL_TYPES, OTHER_TYPE_NAMES));

  /** The type {@code map} is told apart from mistakes, as the names that came with it are. */
  private static final Shape LOGICAL_TYPE =
      (node, path, check) -> {
        if (node instanceof Scalar scalar && scalar.text().equals("map")) {
          check.add(
              path,
              node,
              "'map' is a type from ODCS %s on, which Concordat does not read yet; write 'object'."
                  .formatted(Editions.V3_2_0));
        } else {
          TYPE_NAME.verify(node, path, check);
        }
      };

  /** What schema objects and properties have in common. */
  static final ObjectShape SCHEMA_ELEMENT =
      ObjectShape.of("a schema element")
          .since(Editions.V3_1_0, Shapes.STABLE_ID_TEXT, "id")
          .with(Shapes.TEXT, "physicalType", "description", "businessName")
          .with(CommonShapes.AUTHORITATIVE_DEFINITIONS, "authoritativeDefinitions")
          .with(CommonShapes.TAGS, "tags")
          .with(CommonShapes.CUSTOM_PROPERTIES, "customProperties")
          .with(CommonShapes.list(new QualityShape()), "quality");

  private static final ObjectShape COMMON =
      SCHEMA_ELEMENT
          .since(Editions.V3_0_2, Shapes.TEXT, "physicalName")
          .with(LOGICAL_TYPE, "logicalType")
          .with(Shapes.BOOLEAN, "primaryKey", "required", "unique", "partitioned")
          .with(Shapes.BOOLEAN, "criticalDataElement")
          .with(Shapes.INTEGER, "primaryKeyPosition", "partitionKeyPosition")
          .with(
              Shapes.TEXT,
              "classification",
              "encryptedName",
              "transformLogic",
              "transformDescription")
          .with(Shapes.list(Shapes.TEXT), "transformSourceObjects")
          .with(Shapes.list(Shapes.ANY), "examples")
          .since(Editions.V3_1_0, Shapes.list(RelationshipShape.OF_PROPERTY), "relationships")
          .since(Editions.V3_2_0, Shapes.ANY, "enum", "map", "context", "semanticType", "synonyms");

  /** The properties of an object. */
  static final Shape LIST =
      (node, path, check) -> {
        CommonShapes.list(PropertyShape::verifyNamed).verify(node, path, check);
        CommonShapes.refuseSame("name", node, path, check);
      };

  /** Before 3.1 items of every type could have properties. */
  private static final Shape LEFT_OVER =
      Shape.changed(
          LIST,
          Editions.V3_1_0,
          (node, path, check) ->
              check.add(path, node, "Take 'properties' out: only items of type object have them."));

  /** One shape for each thing that a property's logical type can be. */
  private record ByType(ObjectShape untyped, ObjectShape mistyped, Map<String, ObjectShape> typed) {

    static ByType of(String spoken, boolean named) {
      Map<String, ObjectShape> typed = new HashMap<>();
      for (String type : LOGICAL_TYPES) {
        typed.put(
            type,
            shape(
                spoken + " of type " + type,
                named,
                TypeOptions.of(type),
                type.equals("object"),
                type.equals("array")));
      }
      return new ByType(
          shape(spoken, named, TypeOptions.WITHOUT_TYPE, true, true),
          shape(spoken, named, Shapes.ANY_MAPPING, true, true),
          typed);
    }

    ObjectShape fitting(Node property) {
      Node type = property instanceof Mapping mapping ? mapping.get("logicalType") : null;
      if (type == null) {
        return untyped;
      }
      return type instanceof Scalar scalar ? typed.getOrDefault(scalar.text(), mistyped) : mistyped;
    }
  }

  private static final ByType NAMED = ByType.of("a property", true);

  private static final ByType ITEMS = ByType.of("the items of a list", false);

  private PropertyShape() {}

  private static void verifyNamed(Node node, String path, Check check) {
    NAMED.fitting(node).verify(node, path, check);
  }

  private static void verifyItems(Node node, String path, Check check) {
    ITEMS.fitting(node).verify(node, path, check);
  }

  private static ObjectShape shape(
      String spoken, boolean named, Shape options, boolean hasProperties, boolean hasItems) {
    ObjectShape shape = COMMON.named(spoken).with(options, "logicalTypeOptions");
    shape = named ? shape.needs(Shapes.FILLED_TEXT, "name") : shape.with(Shapes.TEXT, "name");
    if (hasProperties) {
      shape = shape.with(LIST, "properties");
    } else if (!named) {
      shape = shape.with(LEFT_OVER, "properties");
    }
    return hasItems ? shape.with(PropertyShape::verifyItems, "items") : shape;
  }
}
