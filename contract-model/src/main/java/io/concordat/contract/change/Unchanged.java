package io.concordat.contract.change;

import io.concordat.contract.odcs.OdcsContract;
import io.concordat.contract.odcs.Property;
import io.concordat.contract.odcs.SchemaObject;
import io.concordat.contract.tree.Mapping;
import io.concordat.contract.tree.Node;
import io.concordat.contract.tree.Scalar;
import io.concordat.contract.tree.Sequence;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Fields that are written alike under the same names in both documents. They need no normal form:
 * they belong together by their names, and say the same. In most comparisons they are most of the
 * work.
 *
 * <p>Fields that belong to a key, have fields of their own, or may start a relationship of their
 * object are left to the comparison, as others depend on them.
 */
final class Unchanged {

  private Unchanged() {}

  /** The fields of both documents, by identity. */
  static Set<Property> of(OdcsContract before, OdcsContract after) {
    Set<Property> unchanged = Collections.newSetFromMap(new IdentityHashMap<>());
    Map<String, SchemaObject> objects = new HashMap<>();
    before.objects().forEach(object -> objects.put(object.name(), object));
    for (SchemaObject object : after.objects()) {
      SchemaObject old = objects.get(object.name());
      if (old != null && isPlain(old) && isPlain(object)) {
        collect(old, object, unchanged);
      }
    }
    return unchanged;
  }

  private static void collect(SchemaObject before, SchemaObject after, Set<Property> unchanged) {
    Map<String, Property> properties = new HashMap<>();
    before.properties().forEach(property -> properties.put(property.name(), property));
    for (Property property : after.properties()) {
      Property old = properties.get(property.name());
      if (old != null && isLeaf(property) && alike(old.at().node(), property.at().node())) {
        unchanged.add(old);
        unchanged.add(property);
      }
    }
  }

  private static boolean isPlain(SchemaObject object) {
    return object.at().node() instanceof Mapping mapping && mapping.get("relationships") == null;
  }

  private static boolean isLeaf(Property property) {
    return property.properties().isEmpty()
        && property.items() == null
        && property.at().node() instanceof Mapping mapping
        && mapping.get("primaryKey") == null
        && mapping.get("partitioned") == null;
  }

  /** Whether both have the same values, wherever they stand and however they are quoted. */
  private static boolean alike(Node one, Node other) {
    if (one instanceof Scalar left && other instanceof Scalar right) {
      return left.kind() == right.kind() && left.text().equals(right.text());
    }
    if (one instanceof Sequence left && other instanceof Sequence right) {
      if (left.items().size() != right.items().size()) {
        return false;
      }
      for (int i = 0; i < left.items().size(); i++) {
        if (!alike(left.items().get(i), right.items().get(i))) {
          return false;
        }
      }
      return true;
    }
    return one instanceof Mapping left && other instanceof Mapping right && alike(left, right);
  }

  private static boolean alike(Mapping one, Mapping other) {
    if (one.entries().size() != other.entries().size()) {
      return false;
    }
    for (Map.Entry<String, Mapping.Entry> entry : one.entries().entrySet()) {
      Node value = other.get(entry.getKey());
      if (value == null || !alike(entry.getValue().value(), value)) {
        return false;
      }
    }
    return true;
  }
}
