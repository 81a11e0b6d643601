package io.concordat.contract.change;

import io.concordat.contract.odcs.CustomProperties;
import io.concordat.contract.odcs.CustomProperty;
import io.concordat.contract.odcs.Property;
import io.concordat.contract.odcs.QualityRule;
import io.concordat.contract.tree.Mapping;
import io.concordat.contract.tree.Node;
import io.concordat.contract.tree.Paths;
import io.concordat.contract.tree.Scalar;
import io.concordat.contract.tree.Sequence;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which values a field can have, from all the places in which a contract can say it. */
final class ValueParts {

  /** The facet that holds the list of valid values. */
  static final String VALUES = "values";

  private static final String SEMANTIC_TYPE = "semanticType";
  private static final String ENUM = "enum";

  private static final Set<String> UTC = Set.of("Etc/UTC", "UTC", "Z", "Etc/GMT", "GMT");

  private ValueParts() {}

  /** Adds what a field says of its values; tells which custom properties it has understood. */
  static Set<String> add(Property property, Facets facets, Part part) {
    Set<String> understood = new HashSet<>();
    if (CustomProperties.text(property.customProperties(), SEMANTIC_TYPE) instanceof String type) {
      CustomProperty custom =
          CustomProperties.find(property.customProperties(), SEMANTIC_TYPE).orElseThrow();
      part.put(SEMANTIC_TYPE, new Facet(custom.at().path(), "value", type, type, null));
      understood.add(SEMANTIC_TYPE);
    }
    if (facets.get("logicalTypeOptions") instanceof Mapping options) {
      options(options, facets.pathOf("logicalTypeOptions"), property.logicalType(), part);
    }
    if (facets.get(ENUM) instanceof Sequence list) {
      values(list, property.at().path(), ENUM, part);
    }
    CustomProperties.find(property.customProperties(), ENUM)
        .ifPresent(custom -> {
          if (part.facet(VALUES) == null && custom.value() instanceof Sequence list) {
            values(list, custom.at().path(), "value", part);
            understood.add(ENUM);
          }
        });
    if (part.facet(VALUES) == null) {
      for (QualityRule rule : property.quality()) {
        fromRule(rule, part);
      }
    }
    return understood;
  }

  /** Whether the values of a field are those of this rule. */
  static boolean isToldBy(QualityRule rule, Part part) {
    Facet values = part.facet(VALUES);
    return values != null && values.owner().equals(Paths.child(rule.at().path(), "arguments"));
  }

  private static void fromRule(QualityRule rule, Part part) {
    if (part.facet(VALUES) == null
        && "invalidValues".equals(rule.metric())
        && rule.at().node() instanceof Mapping mapping
        && mapping.get("arguments") instanceof Mapping arguments
        && arguments.get("validValues") instanceof Sequence list) {
      values(list, Paths.child(rule.at().path(), "arguments"), "validValues", part);
    }
  }

  private static void values(Sequence list, String owner, String key, Part part) {
    TreeSet<String> values = new TreeSet<>();
    for (Node item : list.items()) {
      Node value = item instanceof Mapping mapping ? mapping.get("value") : item;
      values.add(Canonical.shown(value == null ? item : value));
    }
    part.put(
        VALUES, new Facet(owner, key, Canonical.texts(values), String.join(", ", values), values));
  }

  private static void options(Mapping node, String path, @Nullable String type, Part part) {
    Facets options = new Facets(node, path, part, "options.");
    options
        .unless("0", "minLength", "minItems", "minProperties")
        .flags("uniqueItems", "timezone")
        .without(ENUM, "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum");
    if (node.get("defaultTimezone") instanceof Scalar zone && UTC.contains(zone.text())) {
      options.without("defaultTimezone");
    }
    if (node.get("required") instanceof Sequence names) {
      TreeSet<String> sorted = new TreeSet<>();
      names.items().forEach(name -> sorted.add(Canonical.shown(name)));
      options.put("required", Canonical.texts(sorted), String.join(", ", sorted), sorted);
    }
    if (node.get(ENUM) instanceof Sequence list) {
      values(list, path, ENUM, part);
    }
    bound(node, path, "minimum", "exclusiveMinimum", true, type, part);
    bound(node, path, "maximum", "exclusiveMaximum", false, type, part);
    options.rest();
  }

  /**
   * One end of a range.
   *
   * @param value the number; null where it is something else, such as a date
   * @param included whether the end itself is in the range
   */
  record Bound(@Nullable BigDecimal value, String text, boolean included) {}

  /** The tighter one of an end that is in the range and one that is not. */
  private static void bound(
      Mapping node,
      String path,
      String inclusive,
      String exclusive,
      boolean lower,
      @Nullable String type,
      Part part) {
    Bound in = read(node.get(inclusive), !isTrue(node.get(exclusive)));
    Bound out = isFlag(node.get(exclusive)) ? null : read(node.get(exclusive), false);
    Bound tighter = tighter(in, out, lower);
    if (tighter == null) {
      return;
    }
    Bound bound = "integer".equals(type) ? whole(tighter, lower) : tighter;
    String spoken =
        (lower
                ? (bound.included() ? "at least " : "more than ")
                : (bound.included() ? "at most " : "less than "))
            + bound.text();
    String key = tighter.equals(in) ? inclusive : exclusive;
    part.put(
        lower ? "options.lower" : "options.upper", new Facet(path, key, spoken, spoken, bound));
  }

  private static @Nullable Bound tighter(@Nullable Bound in, @Nullable Bound out, boolean lower) {
    if (in == null || out == null) {
      return in == null ? out : in;
    }
    BigDecimal first = in.value();
    BigDecimal second = out.value();
    int order =
        first != null && second != null ? first.compareTo(second) : in.text().compareTo(out.text());
    boolean takeOut = order == 0 || (lower ? order < 0 : order > 0);
    return takeOut ? out : in;
  }

  private static @Nullable Bound read(@Nullable Node node, boolean included) {
    if (!(node instanceof Scalar scalar) || scalar.isNull() || isFlag(scalar)) {
      return null;
    }
    return scalar
        .decimal()
        .map(number -> new Bound(number, Canonical.of(number), included))
        .orElseGet(() -> new Bound(null, scalar.text().strip(), included));
  }

  private static Bound whole(Bound bound, boolean lower) {
    BigDecimal value = bound.value();
    if (value == null || bound.included()) {
      return bound;
    }
    BigDecimal next =
        lower
            ? value.setScale(0, RoundingMode.FLOOR).add(BigDecimal.ONE)
            : value.setScale(0, RoundingMode.CEILING).subtract(BigDecimal.ONE);
    return new Bound(next, Canonical.of(next), true);
  }

  private static boolean isFlag(@Nullable Node node) {
    return node instanceof Scalar scalar && scalar.kind() == Scalar.Kind.BOOLEAN;
  }

  private static boolean isTrue(@Nullable Node node) {
    return node instanceof Scalar scalar
        && scalar.kind() == Scalar.Kind.BOOLEAN
        && scalar.text().equalsIgnoreCase("true");
  }
}
