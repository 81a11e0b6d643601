package io.concordat.contract.odcs;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A property as readers of the data see it: with its path, and with what it takes over from the
 * list that it is an item of.
 *
 * @param path within its object, names joined by dots, {@code []} for the items of a list
 * @param leaf whether it holds a value itself: it has neither properties nor items
 * @param semanticType value of its custom property {@code semanticType}; items of a list that have
 *     none take the list's; null where not given
 * @param classification as written; items of a list that have none take the list's; null where not
 *     given
 */
public record Field(
    Property property,
    String path,
    boolean leaf,
    @Nullable String semanticType,
    @Nullable String classification) {

  private static final String SEMANTIC_TYPE = "semanticType";

  /**
   * All fields of an object, nested ones too, in document order. The items of a list are a field of
   * their own where they are leaves; where they are objects, their properties are.
   */
  public static List<Field> of(SchemaObject object) {
    List<Field> fields = new ArrayList<>();
    object.properties().forEach(property -> add(property, property.name(), null, fields));
    return List.copyOf(fields);
  }

  private static void add(
      Property property, String path, @Nullable Field list, List<Field> fields) {
    Property items = property.items();
    boolean leaf = property.properties().isEmpty() && items == null;
    String semanticType = semanticType(property);
    String classification = property.classification();
    Field field =
        new Field(
            property,
            path,
            leaf,
            semanticType == null && list != null ? list.semanticType : semanticType,
            classification == null && list != null ? list.classification : classification);
    if (list == null || leaf) {
      fields.add(field);
    }
    for (Property child : property.properties()) {
      add(child, path + "." + child.name(), null, fields);
    }
    if (items != null) {
      add(items, path + "[]", field, fields);
    }
  }

  private static @Nullable String semanticType(Property property) {
    return CustomProperties.text(property.customProperties(), SEMANTIC_TYPE);
  }
}
