package io.concordat.sample.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A field that holds a value, not within a list.
 *
 * @param reference {@code object.field}, as lineage names it
 * @param name of the whole way within the object, joined by underscores
 */
record Leaf(
    String reference,
    String name,
    String logicalType,
    String semanticType,
    String classification,
    String description,
    boolean key) {

  /** The leaf fields of the first object of a document, in their order. */
  static List<Leaf> of(Map<String, Object> document) {
    List<Leaf> leaves = new ArrayList<>();
    Tree.mappings(document.get("schema")).stream()
        .limit(1)
        .forEach(object -> {
          String name = Tree.text(object.get("name"));
          Tree.mappings(object.get("properties"))
              .forEach(field -> collect(field, name, "", leaves));
        });
    return leaves;
  }

  private static void collect(
      Map<String, Object> field, String path, String prefix, List<Leaf> into) {
    String name = Tree.text(field.get("name"));
    String reference = path + "." + name;
    if (field.containsKey("properties")) {
      Tree.mappings(field.get("properties"))
          .forEach(part -> collect(part, reference, prefix + name + "_", into));
    } else if (!field.containsKey("items")) {
      into.add(
          new Leaf(
              reference,
              prefix + name,
              Tree.text(field.get("logicalType")),
              semanticType(field),
              Tree.text(field.get("classification")),
              Tree.text(field.get("description")).strip(),
              Boolean.TRUE.equals(field.get("primaryKey"))));
    }
  }

  private static String semanticType(Map<String, Object> field) {
    return Tree.mappings(field.get("customProperties")).stream()
        .filter(custom -> Tree.text(custom.get("property")).equals("semanticType"))
        .map(custom -> Tree.text(custom.get("value")))
        .findFirst()
        .orElse("");
  }
}
