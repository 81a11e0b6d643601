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

/**
 * Takes values out of a tree whose structure was found valid, and builds what many others have, in
 * this standard and in its sister for data products.
 */
public final class Parts {

  private Parts() {}

  /**
   * Text that has to be there.
   *
   * @throws IllegalStateException where it is not, which its shape should have told
   */
  public static String needed(Mapping node, String name) {
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

  /** Text, or another single value as written; null where there is none. */
  public static @Nullable String text(Mapping node, String name) {
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

  /** The single values of a list, as written; empty where there is none. */
  public static List<String> texts(Mapping node, String name) {
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

  /** Reads each mapping of a list, with its path; empty where there is none. */
  public static <T> List<T> each(
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

  /** The custom properties of a part. */
  public static List<CustomProperty> customProperties(Mapping parent, String path) {
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

  /** The authoritative definitions of a part. */
  public static List<AuthoritativeDefinition> authoritativeDefinitions(
      Mapping parent, String path) {
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

  /** The description at the root; its texts are null where there is none. */
  public static Description description(Mapping root) {
    Node node = root.get("description");
    String path = Paths.child(Paths.ROOT, "description");
    return node instanceof Mapping mapping
        ? new Description(
            text(mapping, "purpose"),
            text(mapping, "usage"),
            text(mapping, "limitations"),
            authoritativeDefinitions(mapping, path),
            customProperties(mapping, path))
        : new Description(null, null, null, List.of(), List.of());
  }

  /** The team at the root, from both of its forms; without members where there is none. */
  public static Team team(Mapping root) {
    String path = Paths.child(Paths.ROOT, "team");
    Node node = root.get("team");
    if (node instanceof Mapping team) {
      return new Team(
          new Locus(path, team),
          text(team, "id"),
          text(team, "name"),
          text(team, "description"),
          each(team, path, "members", Parts::member),
          texts(team, "tags"),
          authoritativeDefinitions(team, path),
          customProperties(team, path));
    }
    return new Team(
        node == null ? new Locus(Paths.ROOT, root) : new Locus(path, node),
        null,
        null,
        null,
        each(root, Paths.ROOT, "team", Parts::member),
        List.of(),
        List.of(),
        List.of());
  }

  private static TeamMember member(Mapping node, String path) {
    return new TeamMember(
        new Locus(path, node),
        text(node, "id"),
        textOrEmpty(node, "username"),
        text(node, "name"),
        text(node, "role"),
        text(node, "description"),
        text(node, "dateIn"),
        text(node, "dateOut"),
        text(node, "replacedByUsername"),
        texts(node, "tags"),
        authoritativeDefinitions(node, path),
        customProperties(node, path));
  }

  /** The support channels at the root. */
  public static List<SupportChannel> support(Mapping root) {
    return each(root, Paths.ROOT, "support", Parts::supportChannel);
  }

  private static SupportChannel supportChannel(Mapping node, String path) {
    return new SupportChannel(
        new Locus(path, node),
        text(node, "id"),
        needed(node, "channel"),
        text(node, "url"),
        text(node, "description"),
        text(node, "tool"),
        text(node, "scope"),
        text(node, "invitationUrl"),
        customProperties(node, path));
  }
}
