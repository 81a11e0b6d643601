package io.concordat.contract.change;

import io.concordat.contract.commitment.Measure;
import io.concordat.contract.commitment.Metrics;
import io.concordat.contract.commitment.ServiceLevels;
import io.concordat.contract.commitment.Threshold;
import io.concordat.contract.odcs.QualityRule;
import io.concordat.contract.odcs.SlaProperty;
import io.concordat.contract.tree.Mapping;
import io.concordat.contract.tree.Node;
import io.concordat.contract.tree.Sequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Quality rules and service levels, whose identity is in what they say. */
final class RuleParts {

  private RuleParts() {}

  /**
   * A service level.
   *
   * @param standard the element that is meant where none is named, null where there is none
   */
  static Part sla(SlaProperty sla, @Nullable String standard) {
    String property = ServiceLevels.property(sla);
    String elements = elements(sla.element() == null ? standard : sla.element());
    String driver = Objects.toString(sla.driver(), "");
    Mapping node = (Mapping) sla.at().node();
    Part part =
        new Part(
            Section.SLA,
            sla.at().path(),
            elements.isEmpty() ? property : property + " of " + elements,
            elements.isEmpty() || elements.contains(",") ? null : elements,
            Arrays.asList(
                property + "|" + elements + "|" + driver,
                NormalForm.text(node.get("id")),
                property + "|" + elements,
                property));
    Facets facets = new Facets(node, sla.at().path(), part).without("unit", "value");
    facets.put("property", property, sla.property(), null);
    Measure measure = Measure.of(sla);
    String unit = sla.unit() == null ? "" : " " + sla.unit();
    facets.put("value", measure.toString(), (sla.value() + unit).strip(), measure);
    if (!elements.isEmpty()) {
      facets.put("element", elements, elements, null);
    }
    facets.without("element").rest();
    return part;
  }

  /** Names of elements, sorted, joined by comma and blank. */
  private static String elements(@Nullable String written) {
    if (written == null || written.isBlank()) {
      return "";
    }
    return Arrays.stream(written.split(",", -1))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .distinct()
        .sorted()
        .collect(Collectors.joining(", "));
  }

  /**
   * A quality rule.
   *
   * @param valuesTold whether its list of valid values is a facet of its field
   */
  static Part rule(QualityRule rule, @Nullable String element, boolean valuesTold) {
    Mapping node = (Mapping) rule.at().node();
    Map<String, String> arguments = arguments(node, valuesTold);
    String subject =
        Objects.toString(rule.metric(), Objects.toString(rule.query(), implementation(node, rule)));
    String kind = rule.type() + "|" + subject;
    List<@Nullable String> keys = new ArrayList<>();
    keys.add(rule.id());
    keys.add(rule.name());
    keys.add(kind + arguments + rule.operator() + rule.operands() + rule.dimension());
    keys.add(kind + arguments + rule.operator());
    keys.add(kind + arguments);
    keys.add(kind);
    keys.add(rule.type() + "|" + rule.dimension());
    Part part = new Part(Section.RULE, rule.at().path(), spoken(rule, element), element, keys);
    Facets facets = new Facets(node, rule.at().path(), part);
    facets.without("type", "metric", "rule", "arguments", "unit");
    facets.put("type", rule.type(), rule.type(), null);
    if (rule.metric() != null) {
      facets.put("metric", rule.metric(), rule.metric(), null);
    }
    arguments(facets, node, valuesTold, part);
    accepted(facets, rule, node, part);
    facets.rest();
    return part;
  }

  private static String spoken(QualityRule rule, @Nullable String element) {
    String name =
        rule.name() != null
            ? rule.name()
            : rule.id() != null ? rule.id() : Objects.toString(rule.metric(), rule.type());
    return "the rule " + name + (element == null ? "" : " of " + element);
  }

  private static String implementation(Mapping node, QualityRule rule) {
    Node engine = node.get("engine");
    Node implementation = node.get("implementation");
    if (engine != null && implementation != null) {
      return Canonical.of(engine) + Canonical.of(implementation);
    }
    return rule.type().equals("text") ? Objects.toString(rule.description(), "") : "";
  }

  private static Map<String, String> arguments(Mapping node, boolean valuesTold) {
    Map<String, String> arguments = new TreeMap<>();
    if (node.get("arguments") instanceof Mapping mapping) {
      mapping
          .entries()
          .forEach((name, entry) -> {
            if (!(valuesTold && name.equals("validValues"))) {
              arguments.put(name, Canonical.unordered(entry.value()));
            }
          });
    }
    return arguments;
  }

  private static void arguments(Facets facets, Mapping node, boolean valuesTold, Part part) {
    if (!(node.get("arguments") instanceof Mapping mapping)) {
      return;
    }
    Facets inner = new Facets(mapping, facets.pathOf("arguments"), part, "arguments.");
    if (valuesTold) {
      inner.without("validValues");
    }
    mapping
        .entries()
        .forEach((name, entry) -> {
          boolean told = valuesTold && name.equals("validValues");
          if (!told && entry.value() instanceof Sequence list) {
            TreeSet<String> values = new TreeSet<>();
            list.items().forEach(item -> values.add(Canonical.of(item)));
            inner.put(name, values.toString(), Canonical.shown(list), values);
          }
        });
    inner.rest();
  }

  private static void accepted(Facets facets, QualityRule rule, Mapping node, Part part) {
    String operator = rule.operator();
    if (operator == null) {
      String unit = rule.unit();
      if (unit != null) {
        facets.put("unit", unit, unit, null);
      }
      return;
    }
    Node operand = node.get(operator);
    String written = operand == null ? "" : Canonical.shown(operand);
    String shown = operator + " " + written + (rule.unit() == null ? "" : " " + rule.unit());
    String unit = Metrics.unit(rule);
    Accepted accepted =
        Threshold.of(rule, Metrics.domain(rule))
            .map(threshold ->
                new Accepted(
                    threshold, Metrics.isTolerance(rule) && threshold.isNothing() ? "" : unit))
            .orElse(null);
    String value =
        accepted == null
            ? operator + " " + (operand == null ? "" : Canonical.of(operand)) + " " + unit
            : accepted.threshold().spoken() + " " + accepted.unit();
    facets.without(operator);
    part.put("accepts", new Facet(rule.at().path(), operator, value, shown, accepted));
  }

  /**
   * What a rule accepts.
   *
   * @param unit normal name of what is counted; empty where it does not matter
   */
  record Accepted(Threshold threshold, String unit) {}
}
