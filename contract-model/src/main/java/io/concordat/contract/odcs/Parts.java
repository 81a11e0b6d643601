package io.concordat.contract.odcs;

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

/** Takes values out of a tree whose structure was found valid, and builds what many others have. */
final class Parts {

  private Parts() {}

  static String needed(Mapping node, String name) {
    String text = text(node, name);
    if (text == null) {
      throw new IllegalStateException("'" + name + "' was checked to be there");
    }
    return text;
  }

  /** Text that 3.1 asks for and an open part of an older version may lack; empty then. */
  static String textOrEmpty(Mapping node, String name) {
    String text = text(node, name);
    return text == null ? "" : text;
  }

  static @Nullable String text(Mapping node, String name) {
    return node.get(name) instanceof Scalar scalar && !scalar.isNull() ? scalar.text() : null;
  }

  static boolean flag(Mapping node, String name) {
    return Boolean.TRUE.equals(choice(node, name));
  }

  /** True or false; null where it is neither. */
  static @Nullable Boolean choice(Mapping node, String name) {
    return node.get(name) instanceof Scalar scalar && scalar.kind() == Scalar.Kind.BOOLEAN
        ? (Boolean) scalar.text().equalsIgnoreCase("true")
        : null;
  }

  static @Nullable BigDecimal number(Mapping node, String name) {
    return node.get(name) instanceof Scalar scalar ? scalar.decimal().orElse(null) : null;
  }

  /** A place in an order; -1 where not given, bounded by what an int holds. */
  static int position(Mapping node, String name) {
    BigDecimal number = number(node, name);
    if (number == null) {
      return -1;
    }
    BigDecimal most = BigDecimal.valueOf(Integer.MAX_VALUE);
    return number.max(most.negate()).min(most).intValue();
  }

  static List<String> texts(Mapping node, String name) {
    List<String> texts = new ArrayList<>();
    for (Node item : items(node, name)) {
      if (item instanceof Scalar scalar) {
        texts.add(scalar.text());
      }
    }
    return texts;
  }

  /** The items of a list; empty where there is none. */
  static List<Node> items(Mapping node, String name) {
    return node.get(name) instanceof Sequence sequence ? sequence.items() : List.of();
  }

  static <T> List<T> each(
      Mapping parent, String path, String name, BiFunction<Mapping, String, T> reader) {
    List<T> result = new ArrayList<>();
    String listPath = Paths.child(path, name);
    List<Node> items = items(parent, name);
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i) instanceof Mapping item) {
        result.add(reader.apply(item, Paths.item(listPath, i)));
      }
    }
    return result;
  }

  static List<CustomProperty> customProperties(Mapping parent, String path) {
    return each(parent, path, "customProperties", Parts::customProperty);
  }

  private static CustomProperty customProperty(Mapping node, String path) {
    Node value = node.get("value");
    return new CustomProperty(
        new Locus(path, node),
        text(node, "id"),
        textOrEmpty(node, "property"),
        value == null ? node : value,
        text(node, "description"));
  }

  static List<AuthoritativeDefinition> authoritativeDefinitions(Mapping parent, String path) {
    return each(parent, path, "authoritativeDefinitions", Parts::authoritativeDefinition);
  }

  private static AuthoritativeDefinition authoritativeDefinition(Mapping node, String path) {
    return new AuthoritativeDefinition(
        new Locus(path, node),
        text(node, "id"),
        textOrEmpty(node, "url"),
        textOrEmpty(node, "type"),
        text(node, "description"));
  }

  static List<Role> roles(Mapping parent, String path) {
    return each(parent, path, "roles", Parts::role);
  }

  private static Role role(Mapping node, String path) {
    return new Role(
        new Locus(path, node),
        text(node, "id"),
        textOrEmpty(node, "role"),
        text(node, "access"),
        text(node, "description"),
        text(node, "firstLevelApprovers"),
        text(node, "secondLevelApprovers"),
        customProperties(node, path));
  }
}
