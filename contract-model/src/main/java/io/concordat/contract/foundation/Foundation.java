package io.concordat.contract.foundation;

import io.concordat.contract.tree.DocumentTree;
import io.concordat.contract.tree.Mapping;
import io.concordat.contract.tree.Node;
import io.concordat.contract.tree.Scalar;
import io.concordat.contract.tree.Sequence;
import io.concordat.messages.policy.Classification;
import io.concordat.messages.policy.Policy;
import io.concordat.messages.policy.PolicyExample;
import io.concordat.messages.policy.PolicyFamily;
import io.concordat.messages.policy.PolicyParameter;
import io.concordat.messages.policy.PolicyScope;
import io.concordat.messages.policy.PolicySet;
import io.concordat.messages.policy.SemanticType;
import io.concordat.messages.policy.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The policies and semantic types that a mesh starts with, as they are shipped. */
public final class Foundation {

  private static final List<Policy> POLICIES =
      read(
          "policies.yaml",
          Set.of(
              "id",
              "title",
              "family",
              "scope",
              "severity",
              "expression",
              "message",
              "documentation",
              "examples"),
          Foundation::policy,
          Comparator.comparing(Policy::id));

  private static final List<SemanticType> SEMANTIC_TYPES =
      read(
          "semantic-types.yaml",
          Set.of(
              "name",
              "description",
              "logicalTypes",
              "pattern",
              "unit",
              "leastClassification",
              "example",
              "examples",
              "ownerDomain"),
          Foundation::semanticType,
          Comparator.comparing(SemanticType::name));

  private static final List<PolicyParameter> PARAMETERS =
      read(
          "parameters.yaml",
          Set.of("name", "description", "unit", "value", "least", "most"),
          Foundation::parameter,
          Comparator.comparing(PolicyParameter::name));

  private Foundation() {}

  /** The first policies, one per family, sorted by id. */
  public static List<Policy> policies() {
    return POLICIES;
  }

  /** The first semantic types, sorted by name. */
  public static List<SemanticType> semanticTypes() {
    return SEMANTIC_TYPES;
  }

  /** The first parameters, sorted by name. */
  public static List<PolicyParameter> parameters() {
    return PARAMETERS;
  }

  /** The first policy set, number 1. */
  public static PolicySet policySet(Instant effectiveFrom) {
    return new PolicySet(1, effectiveFrom, POLICIES, SEMANTIC_TYPES, PARAMETERS, List.of());
  }

  private static Policy policy(Mapping node) {
    return new Policy(
        text(node, "id"),
        text(node, "title"),
        PolicyFamily.valueOf(constant(node, "family")),
        PolicyScope.valueOf(constant(node, "scope")),
        Severity.valueOf(constant(node, "severity")),
        text(node, "expression"),
        text(node, "message"),
        text(node, "documentation"),
        node.get("examples") instanceof Sequence examples
            ? examples.items().stream().map(item -> example((Mapping) item)).toList()
            : List.of());
  }

  private static PolicyExample example(Mapping node) {
    return new PolicyExample(
        text(node, "name"),
        Boolean.parseBoolean(text(node, "passes")),
        text(node, "document"),
        optional(node, "previous"));
  }

  private static PolicyParameter parameter(Mapping node) {
    return new PolicyParameter(
        text(node, "name"),
        text(node, "description"),
        text(node, "unit"),
        new BigDecimal(text(node, "value")),
        new BigDecimal(text(node, "least")),
        new BigDecimal(text(node, "most")));
  }

  private static SemanticType semanticType(Mapping node) {
    return new SemanticType(
        text(node, "name"),
        text(node, "description"),
        texts(node, "logicalTypes"),
        optional(node, "pattern"),
        optional(node, "unit"),
        Classification.valueOf(constant(node, "leastClassification")),
        text(node, "example"),
        texts(node, "examples"),
        optional(node, "ownerDomain"));
  }

  /**
   * Reads the entries of a resource.
   *
   * @param names that an entry may have; another one is a mistake of whoever wrote it
   */
  static <T> List<T> read(
      String resource, Set<String> names, Function<Mapping, T> reader, Comparator<T> order) {
    DocumentTree tree = DocumentTree.read(load(resource));
    if (!(tree.root() instanceof Sequence entries) || !tree.problems().isEmpty()) {
      throw new IllegalStateException(resource + " is not readable: " + tree.problems());
    }
    return entries.items().stream()
        .map(node -> reader.apply(entry(resource, names, node)))
        .sorted(order)
        .toList();
  }

  private static Mapping entry(String resource, Set<String> names, Node node) {
    if (!(node instanceof Mapping mapping)) {
      throw new IllegalStateException(resource + " has an entry that is " + node.kindName());
    }
    for (String name : mapping.entries().keySet()) {
      if (!names.contains(name)) {
        throw new IllegalStateException(
            "%s: '%s' on line %d is not one of %s"
                .formatted(resource, name, mapping.lineOf(name), new TreeSet<>(names)));
      }
    }
    return mapping;
  }

  private static String load(String resource) {
    try (InputStream stream = Foundation.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException(resource + " is not in the jar");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String constant(Mapping node, String name) {
    return text(node, name).toUpperCase(Locale.ROOT);
  }

  private static String text(Mapping node, String name) {
    String text = optional(node, name);
    if (text == null) {
      throw new IllegalStateException("'" + name + "' is missing on line " + node.span().line());
    }
    return text;
  }

  private static List<String> texts(Mapping node, String name) {
    return node.get(name) instanceof Sequence items
        ? items.items().stream().map(item -> ((Scalar) item).text()).toList()
        : List.of();
  }

  private static @Nullable String optional(Mapping node, String name) {
    return node.get(name) instanceof Scalar scalar ? scalar.text() : null;
  }
}
