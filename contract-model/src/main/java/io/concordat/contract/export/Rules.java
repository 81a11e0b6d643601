package io.concordat.contract.export;

import io.concordat.contract.odcs.QualityRule;
import io.concordat.contract.tree.Mapping;
import io.concordat.contract.tree.Scalar;
import io.concordat.contract.tree.Sequence;
import java.util.stream.Collectors;

/** Quality rules in words. */
final class Rules {

  private Rules() {}

  /** A rule on one line, such as {@code null values less than 1 percent}. */
  static String spoken(QualityRule rule) {
    return switch (rule.type()) {
      case "sql" -> "query " + rule.query() + bound(rule);
      case "custom" -> "check of " + (rule.engine() == null ? "an engine" : rule.engine());
      case "text" -> "in words only";
      default -> metric(rule) + arguments(rule) + bound(rule);
    };
  }

  private static String metric(QualityRule rule) {
    String metric = rule.metric();
    return metric == null
        ? "rule"
        : switch (metric) {
          case "nullValues" -> "null values";
          case "missingValues" -> "missing values";
          case "invalidValues" -> "invalid values";
          case "duplicateValues" -> "duplicate values";
          case "rowCount" -> "rows";
          default -> metric;
        };
  }

  private static String arguments(QualityRule rule) {
    Mapping arguments = rule.arguments();
    return arguments == null
        ? ""
        : arguments.entries().keySet().stream()
            .map(name -> name + ": " + value(arguments, name))
            .collect(Collectors.joining("; ", " (", ")"));
  }

  private static String value(Mapping arguments, String name) {
    return switch (arguments.get(name)) {
      case Scalar scalar -> scalar.text();
      case Sequence values -> String.join(", ", Facts.texts(values.items()));
      case null, default -> "…";
    };
  }

  /** The operator with its numbers and unit, with a space before it; empty where there is none. */
  static String bound(QualityRule rule) {
    String operator = rule.operator();
    if (operator == null) {
      return "";
    }
    String numbers =
        switch (rule.operandNode()) {
          case Scalar scalar -> scalar.text();
          case Sequence values -> String.join(" and ", Facts.texts(values.items()));
          case null, default -> "…";
        };
    String words =
        switch (operator) {
          case "mustBe" -> "must be";
          case "mustNotBe" -> "must not be";
          case "mustBeGreaterThan" -> "more than";
          case "mustBeGreaterOrEqualTo" -> "at least";
          case "mustBeLessThan" -> "less than";
          case "mustBeLessOrEqualTo" -> "at most";
          case "mustBeBetween" -> "between";
          case "mustNotBeBetween" -> "not between";
          default -> operator;
        };
    String unit = rule.unit();
    return " " + words + " " + numbers + (unit == null ? "" : " " + unit);
  }
}
