package io.concordat.contract.odcs;

import io.concordat.contract.tree.Mapping;
import io.concordat.contract.tree.Node;
import io.concordat.contract.tree.Scalar;
import io.concordat.contract.tree.Sequence;
import java.util.List;

/** A quality rule, whose fields depend on its type. */
final class QualityShape implements Shape {

  static final List<String> OPERATORS =
      List.of(
          "mustBe",
          "mustNotBe",
          "mustBeGreaterThan",
          "mustBeGreaterOrEqualTo",
          "mustBeLessThan",
          "mustBeLessOrEqualTo",
          "mustBeBetween",
          "mustNotBeBetween");

  static final List<String> METRICS =
      List.of("nullValues", "missingValues", "invalidValues", "duplicateValues", "rowCount");

  private static final Shape BETWEEN =
      (node, path, check) -> {
        Shapes.list(Shapes.NUMBER).verify(node, path, check);
        if (node instanceof Sequence sequence && !isPair(sequence)) {
          check.add(path, node, "must be two different numbers, the smaller first.");
        }
      };

  private static final Shape IMPLEMENTATION =
      (node, path, check) -> {
        if (!(node instanceof Mapping)) {
          Shapes.TEXT.verify(node, path, check);
        }
      };

  private static final ObjectShape COMMON =
      ObjectShape.of("a quality rule")
          .with("id", Shapes.STABLE_ID_TEXT)
          .with(
              Shapes.TEXT,
              "name",
              "description",
              "businessImpact",
              "method",
              "schedule",
              "scheduler",
              "severity",
              "unit")
          .with("type", Shapes.word(List.of("text", "library", "sql", "custom")))
          .with(
              "dimension",
              Shapes.word(
                  List.of(
                      "accuracy",
                      "completeness",
                      "conformity",
                      "consistency",
                      "coverage",
                      "timeliness",
                      "uniqueness")))
          .with("tags", CommonShapes.TAGS)
          .with("authoritativeDefinitions", CommonShapes.AUTHORITATIVE_DEFINITIONS)
          .with("customProperties", CommonShapes.CUSTOM_PROPERTIES);

  private static final ObjectShape WITH_OPERATORS =
      COMMON
          .with(Shapes.ANY, "mustBe", "mustNotBe")
          .with(
              Shapes.NUMBER,
              "mustBeGreaterThan",
              "mustBeGreaterOrEqualTo",
              "mustBeLessThan",
              "mustBeLessOrEqualTo")
          .with(BETWEEN, "mustBeBetween", "mustNotBeBetween");

  private static final ObjectShape LIBRARY =
      named("a library rule", WITH_OPERATORS)
          .needs("metric", Shapes.word(METRICS))
          .with("rule", Shapes.TEXT)
          .with("arguments", Shapes.ANY_MAPPING);

  /** Before 3.1 the metric was called rule, and was an open word. */
  private static final ObjectShape LIBRARY_BEFORE_31 =
      named("a library rule", WITH_OPERATORS)
          .needs("rule", Shapes.TEXT)
          .with("arguments", Shapes.ANY_MAPPING);

  private static final ObjectShape SQL =
      named("an SQL rule", WITH_OPERATORS).needs("query", Shapes.FILLED_TEXT);

  private static final ObjectShape SQL_AND_METRIC =
      SQL.with("metric", Shapes.word(METRICS))
          .with("rule", Shapes.TEXT)
          .with("arguments", Shapes.ANY_MAPPING);

  private static final ObjectShape CUSTOM =
      named("a custom rule", COMMON)
          .needs("engine", Shapes.TEXT)
          .needs("implementation", IMPLEMENTATION);

  private static ObjectShape named(String spoken, ObjectShape shape) {
    return new ObjectShape(spoken, shape.names(), shape.required(), shape.closing());
  }

  @Override
  public void verify(Node node, String path, Check check) {
    if (!(node instanceof Mapping rule)) {
      check.add(path, node, "must be a mapping, " + Shapes.butIs(node) + ".");
      return;
    }
    String type = textOf(rule, "type");
    boolean hasMetric = !textOf(rule, "metric").isEmpty();
    boolean oldLibrary = check.before31() && !hasMetric && rule.get("rule") != null;
    switch (type) {
      case "sql" -> (hasMetric ? SQL_AND_METRIC : SQL).verify(rule, path, check);
      case "custom" -> CUSTOM.verify(rule, path, check);
      case "library" -> (oldLibrary ? LIBRARY_BEFORE_31 : LIBRARY).verify(rule, path, check);
      default -> untyped(rule, path, check, hasMetric, oldLibrary);
    }
    if (type.equals("sql") || type.equals("library") || hasMetric || oldLibrary) {
      verifyOperators(rule, path, check);
    }
  }

  private static void untyped(
      Mapping rule, String path, Check check, boolean hasMetric, boolean oldLibrary) {
    if (hasMetric) {
      LIBRARY.verify(rule, path, check);
    } else if (oldLibrary) {
      LIBRARY_BEFORE_31.verify(rule, path, check);
    } else {
      COMMON.verify(rule, path, check);
    }
  }

  private static void verifyOperators(Mapping rule, String path, Check check) {
    List<String> used = OPERATORS.stream().filter(name -> rule.get(name) != null).toList();
    if (used.size() != 1) {
      String found = used.isEmpty() ? "none is there" : "there are " + String.join(", ", used);
      check.add(
          path, rule, "A rule needs exactly one operator such as mustBeLessThan; " + found + ".");
    }
  }

  private static boolean isPair(Sequence numbers) {
    return numbers.items().size() == 2
        && !(numbers.items().get(0) instanceof Scalar low
            && numbers.items().get(1) instanceof Scalar high
            && low.decimal().isPresent()
            && high.decimal().isPresent()
            && low.decimal().get().compareTo(high.decimal().get()) == 0);
  }

  private static String textOf(Mapping mapping, String name) {
    return mapping.get(name) instanceof Scalar scalar && scalar.kind() == Scalar.Kind.STRING
        ? scalar.text()
        : "";
  }
}
