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
final class PropertyShape implements Shape {

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

  private static final Shape NAMED = new PropertyShape(true);
  private static final Shape ITEMS = new PropertyShape(false);

  /** The properties of an object. */
  static final Shape LIST =
      (node, path, check) -> {
        Shapes.list(NAMED).verify(node, path, check);
        refuseSameNames(node, path, check);
      };

  private final boolean named;

  private PropertyShape(boolean named) {
    this.named = named;
  }

  @Override
  public void verify(Node node, String path, Check check) {
    Node declared = node instanceof Mapping mapping ? mapping.get("logicalType") : null;
    String type = declared instanceof Scalar scalar ? scalar.text() : "";
    ObjectShape shape = COMMON.with("logicalTypeOptions", TypeOptions.of(type));
    shape = named ? shape.needs("name", Shapes.FILLED_TEXT) : shape.with("name", Shapes.TEXT);
    if (!named || type.isEmpty() || type.equals("object")) {
      shape = shape.with("properties", LIST);
    }
    if (type.isEmpty() || type.equals("array")) {
      shape = shape.with("items", ITEMS);
    }
    String spoken = named ? "a property" : "the items of a list";
    new ObjectShape(
            type.isEmpty() ? spoken : spoken + " of type " + Shapes.shorten(type),
            shape.names(),
            shape.required(),
            shape.closing())
        .verify(node, path, check);
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
