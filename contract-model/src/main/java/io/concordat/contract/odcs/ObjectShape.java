package io.concordat.contract.odcs;

import io.concordat.contract.tree.Mapping;
import io.concordat.contract.tree.Node;
import io.concordat.contract.tree.Paths;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A mapping with known names.
 *
 * @param spoken what people call it, such as {@code the contract}
 * @param names known names with the shape of their values
 * @param required names that must be there
 * @param closing what is done with names that are not known
 */
record ObjectShape(String spoken, Map<String, Shape> names, List<String> required, Closing closing)
    implements Shape {

  /** What is done with names that are not known. */
  enum Closing {
    /** Refused in every version of the standard. */
    ALWAYS,
    /** Refused from ODCS 3.1 on. */
    SINCE_31,
    /** Left alone. */
    OPEN
  }

  ObjectShape {
    names = new LinkedHashMap<>(names);
    required = List.copyOf(required);
  }

  /** A shape without names yet, closed since 3.1. */
  static ObjectShape of(String spoken) {
    return new ObjectShape(spoken, Map.of(), List.of(), Closing.SINCE_31);
  }

  ObjectShape with(String name, Shape shape) {
    Map<String, Shape> more = new LinkedHashMap<>(names);
    more.put(name, shape);
    return new ObjectShape(spoken, more, required, closing);
  }

  ObjectShape with(Shape shape, String... added) {
    ObjectShape result = this;
    for (String name : added) {
      result = result.with(name, shape);
    }
    return result;
  }

  ObjectShape with(ObjectShape other) {
    Map<String, Shape> more = new LinkedHashMap<>(names);
    more.putAll(other.names);
    List<String> both = new ArrayList<>(required);
    both.addAll(other.required);
    return new ObjectShape(spoken, more, both, closing);
  }

  ObjectShape needs(String name, Shape shape) {
    List<String> more = new ArrayList<>(required);
    more.add(name);
    return new ObjectShape(spoken, with(name, shape).names, more, closing);
  }

  ObjectShape closing(Closing other) {
    return new ObjectShape(spoken, names, required, other);
  }

  @Override
  public void verify(Node node, String path, Check check) {
    if (!(node instanceof Mapping mapping)) {
      check.add(path, node, "must be a mapping, " + Shapes.butIs(node) + ".");
      return;
    }
    for (String name : required) {
      if (mapping.get(name) == null) {
        check.add(path, mapping, "Add '" + name + "': " + spoken + " needs it.");
      }
    }
    mapping.entries().forEach((name, entry) -> verify(name, entry, path, check));
  }

  private void verify(String name, Mapping.Entry entry, String path, Check check) {
    Shape shape = names.get(name);
    String childPath = Paths.child(path, name);
    if (shape != null) {
      shape.verify(entry.value(), childPath, check);
    } else if (refusesUnknown(check)) {
      check.add(
          childPath,
          entry.key(),
          "'%s' is not part of ODCS in %s; take it out or move it to customProperties.%s"
              .formatted(Shapes.shorten(name), spoken, Words.suggestion(name, names.keySet())));
    }
  }

  private boolean refusesUnknown(Check check) {
    return switch (closing) {
      case ALWAYS -> true;
      case SINCE_31 -> !check.before31();
      case OPEN -> false;
    };
  }
}
