package io.concordat.contract.odcs;

import io.concordat.contract.shape.Check;
import io.concordat.contract.shape.ObjectShape;
import io.concordat.contract.shape.Shape;
import io.concordat.contract.shape.Shapes;
import io.concordat.contract.tree.Mapping;
import io.concordat.contract.tree.Node;
import io.concordat.contract.tree.Scalar;
import io.concordat.contract.tree.Sequence;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

  private static final List<String> METRICS =
      List.of("nullValues", "missingValues", "invalidValues", "duplicateValues", "rowCount");

  private static final Shape BETWEEN =
      (node, path, check) -> {
        Shapes.list(Shapes.NUMBER).verify(node, path, check);
        if (node instanceof Sequence sequence && !isRange(sequence)) {
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
      CommonShapes.part("a quality rule")
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
          .with(Shapes.word(List.of("text", "library", "sql", "custom")), "type")
          .with(
              Shapes.word(
                  List.of(
                      "accuracy",
                      "completeness",
                      "conformity",
                      "consistency",
                      "coverage",
                      "timeliness",
                      "uniqueness")),
              "dimension")
          .with(CommonShapes.TAGS, "tags")
          .with(CommonShapes.AUTHORITATIVE_DEFINITIONS, "authoritativeDefinitions")
          .with(CommonShapes.CUSTOM_PROPERTIES, "customProperties");

  private static final ObjectShape OPERATOR_NAMES =
      ObjectShape.of("a rule")
          .with(Shapes.ANY, "mustBe", "mustNotBe")
          .with(
              Shapes.NUMBER,
              "mustBeGreaterThan",
              "mustBeGreaterOrEqualTo",
              "mustBeLessThan",
              "mustBeLessOrEqualTo")
          .with(BETWEEN, "mustBeBetween", "mustNotBeBetween");

  /** Before 3.1 the metric was called rule, and was an open word. */
  private static final ObjectShape LIBRARY_BEFORE_31 =
      COMMON.named("a library rule").with(OPERATOR_NAMES).needs(Shapes.TEXT, "rule");

  private static final ObjectShape SQL_BEFORE_31 =
      COMMON.named("an SQL rule").needs(Shapes.TEXT, "query");

  private static final ObjectShape CUSTOM =
      COMMON
          .named("a custom rule")
          .needs(Shapes.TEXT, "engine")
          .needs(IMPLEMENTATION, "implementation");

  private static final ObjectShape SQL =
      COMMON.named("an SQL rule").with(OPERATOR_NAMES).needs(Shapes.TEXT, "query");

  private static final ObjectShape LIBRARY = measured(COMMON).named("a library rule");

  private static final ObjectShape SQL_AND_METRIC = measured(SQL);

  private static final ObjectShape CUSTOM_AND_METRIC = measured(CUSTOM);

  private static ObjectShape measured(ObjectShape shape) {
    return shape
        .with(OPERATOR_NAMES)
        .needs(Shapes.word(METRICS), "metric")
        .with(Shapes.TEXT, "rule")
        .with(Shapes.ANY_MAPPING, "arguments");
  }

  @Override
  public void verify(Node node, String path, Check check) {
    if (!(node instanceof Mapping rule)) {
      check.add(path, node, "must be a mapping, " + Shapes.butIs(node) + ".");
    } else if (CommonShapes.SINCE_31.test(check.edition())) {
      verifySince31(rule, path, check);
    } else {
      shapeBefore31(rule).verify(rule, path, check);
    }
  }

  /** A rule without a type is a library rule, and has to say which. */
  private static Shape shapeBefore31(Mapping rule) {
    Node type = rule.get("type");
    return type == null
        ? LIBRARY_BEFORE_31
        : switch (type instanceof Scalar scalar ? scalar.text() : "") {
          case "library" -> LIBRARY_BEFORE_31;
          case "sql" -> SQL_BEFORE_31;
          case "custom" -> CUSTOM;
          default -> COMMON;
        };
  }

  /** A rule with a metric is measured, whatever else its type makes it. */
  private static void verifySince31(Mapping rule, String path, Check check) {
    boolean hasMetric = rule.get("metric") != null;
    String type = rule.get("type") instanceof Scalar scalar ? scalar.text() : "";
    Shape shape =
        switch (type) {
          case "sql" -> hasMetric ? SQL_AND_METRIC : SQL;
          case "custom" -> hasMetric ? CUSTOM_AND_METRIC : CUSTOM;
          case "library" -> LIBRARY;
          default -> hasMetric ? LIBRARY : COMMON;
        };
    shape.verify(rule, path, check);
    if (hasMetric || type.equals("sql") || type.equals("library")) {
      verifyOperators(rule, path, check);
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

  private static boolean isRange(Sequence numbers) {
    if (numbers.items().size() != 2) {
      return false;
    }
    BigDecimal low = number(numbers.items().getFirst());
    BigDecimal high = number(numbers.items().getLast());
    return low == null || high == null || low.compareTo(high) < 0;
  }

  private static @Nullable BigDecimal number(Node node) {
    return node instanceof Scalar scalar ? scalar.decimal().orElse(null) : null;
  }
}
