package io.concordat.contract.odcs;

import io.concordat.contract.tree.Mapping;
import io.concordat.contract.tree.Node;
import io.concordat.contract.tree.Paths;
import io.concordat.contract.tree.Scalar;
import io.concordat.contract.tree.Sequence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A property of an object, or the items of a list; some of its fields depend on its type. */
final class PropertyShape {

  static final List<String> LOGICAL_TYPES =
      List.of(
          "string", "date", "timestamp", "time", "number", "integer", "object", "array", "boolean");

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
          Map.entry("struct", "object"),
          Map.entry("map", "object"));

  /** What schema objects and properties have in common. */
  static final ObjectShape SCHEMA_ELEMENT =
      ObjectShape.of("a schema element")
          .with("id", Shapes.STABLE_ID_TEXT)
          .with(Shapes.TEXT, "physicalType", "physicalName", "description", "businessName")
          .with("authoritativeDefinitions", CommonShapes.AUTHORITATIVE_DEFINITIONS)
          .with("tags", CommonShapes.TAGS)
          .with("customProperties", CommonShapes.CUSTOM_PROPERTIES)
          .with("quality", Shapes.list(new QualityShape()));

  private static final ObjectShape COMMON =
      SCHEMA_ELEMENT
          .closing(ObjectShape.Closing.ALWAYS)
          .with("logicalType", Shapes.word(LOGICAL_TYPES, OTHER_TYPE_NAMES))
          .with(Shapes.BOOLEAN, "primaryKey", "required", "unique", "partitioned")
          .with("criticalDataElement", Shapes.BOOLEAN)
          .with(Shapes.INTEGER, "primaryKeyPosition", "partitionKeyPosition")
          .with(
              Shapes.TEXT,
              "classification",
              "encryptedName",
              "transformLogic",
              "transformDescription")
          .with("transformSourceObjects", Shapes.list(Shapes.TEXT))
          .with("examples", Shapes.list(Shapes.ANY))
          .with("relationships", Shapes.list(RelationshipShape.OF_PROPERTY));

  /** The properties of an object. */
  static final Shape LIST =
      (node, path, check) -> {
        Shapes.list(PropertyShape::verifyNamed).verify(node, path, check);
        refuseSameNames(node, path, check);
      };

  /** One shape for each thing that a property's logical type can be. */
  private record ByType(ObjectShape untyped, ObjectShape mistyped, Map<String, ObjectShape> typed) {

    static ByType of(String spoken, boolean named) {
      Map<String, ObjectShape> typed = new HashMap<>();
      for (String type : LOGICAL_TYPES) {
        boolean hasProperties = !named || type.equals("object");
        typed.put(
            type,
            shape(
                spoken + " of type " + type,
                named,
                TypeOptions.of(type),
                hasProperties,
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
    ObjectShape shape = COMMON.with("logicalTypeOptions", options);
    shape = named ? shape.needs("name", Shapes.FILLED_TEXT) : shape.with("name", Shapes.TEXT);
    shape = hasProperties ? shape.with("properties", LIST) : shape;
    shape = hasItems ? shape.with("items", PropertyShape::verifyItems) : shape;
    return new ObjectShape(spoken, shape.names(), shape.required(), shape.closing());
  }

  /** Names make the paths by which everything else refers to an element. */
  static void refuseSameNames(Node list, String path, Check check) {
    if (!(list instanceof Sequence sequence)) {
      return;
    }
    Map<String, Integer> lines = new HashMap<>();
    for (int i = 0; i < sequence.items().size(); i++) {
      if (sequence.items().get(i) instanceof Mapping item
          && item.get("name") instanceof Scalar name) {
        Integer first = lines.putIfAbsent(name.text(), name.span().line());
        if (first != null) {
          check.add(
              Paths.child(Paths.item(path, i), "name"),
              name,
              "The name '%s' is already used on line %d; each name stands for one element."
                  .formatted(Shapes.shorten(name.text()), first));
        }
      }
    }
  }
}
