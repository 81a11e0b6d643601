package io.concordat.contract.commitment;

import static io.concordat.contract.commitment.CommitmentKind.*;

import io.concordat.contract.odcs.QualityRule;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a quality rule as a commitment. */
final class RuleReading {

  private final QualityRule rule;
  private final String element;

  private RuleReading(QualityRule rule, String element) {
    this.rule = rule;
    this.element = element;
  }

  static Commitment of(QualityRule rule, String element) {
    return new RuleReading(rule, element).read();
  }

  private Commitment read() {
    return switch (rule.type()) {
      case "text" ->
          refused("It is in words; write it as a library or an SQL rule to have it measured.");
      case "custom" ->
          refused("Its own engine decides it; Concordat shows the results that are reported.");
      case "sql" -> measured(byDimension(), Metrics.unit(rule));
      default -> library();
    };
  }

  private Commitment library() {
    CommitmentKind kind = kind();
    String unit = Metrics.unit(rule);
    if (rule.metric() == null) {
      return refused("It names no metric; write one such as nullValues.");
    }
    if (kind == CUSTOM) {
      return refused(
          "'" + rule.metric() + "' is not one of the standard's metrics, such as nullValues.");
    }
    return unit.equals("percent") || unit.equals("rows")
        ? measured(kind, unit)
        : refused("'" + unit + "' is no unit of a count; write rows or percent.");
  }

  private CommitmentKind kind() {
    return switch (rule.type().equals("library") ? Objects.toString(rule.metric(), "") : "") {
      case "nullValues", "missingValues" -> COMPLETENESS;
      case "invalidValues" -> "accuracy".equals(rule.dimension()) ? ACCURACY : VALIDITY;
      case "duplicateValues" -> UNIQUENESS;
      case "rowCount" -> ROW_COUNT;
      default -> rule.type().equals("library") ? CUSTOM : byDimension();
    };
  }

  private CommitmentKind byDimension() {
    return switch (Objects.toString(rule.dimension(), "")) {
      case "accuracy" -> ACCURACY;
      case "completeness" -> COMPLETENESS;
      case "conformity" -> VALIDITY;
      case "uniqueness" -> UNIQUENESS;
      default -> CUSTOM;
    };
  }

  private Commitment measured(CommitmentKind kind, String unit) {
    if (rule.operator() == null) {
      return refused("It has no operator such as mustBeLessThan.");
    }
    Optional<Threshold> threshold = Threshold.of(rule, Metrics.domain(rule));
    if (threshold.isEmpty()) {
      return refused("What '" + rule.operator() + "' compares with is no number.");
    }
    return threshold.get().ranges().isEmpty()
        ? refused("No value at all keeps it; look at its numbers again.")
        : new Commitment.Measured(
            kind,
            rule.at(),
            element,
            (name() + " of " + element + ": " + threshold.get().spoken() + " " + unit).strip(),
            threshold.get(),
            unit);
  }

  private Commitment refused(String reason) {
    return new Commitment.NotEvaluable(
        kind(), rule.at(), element, name() + " of " + element, reason);
  }

  private String name() {
    @Nullable String name =
        rule.name() != null
            ? rule.name()
            : rule.metric() != null ? rule.metric() : rule.description();
    String line =
        name == null ? rule.type() + " rule" : name.strip().lines().findFirst().orElse("");
    return line.length() > 100 ? line.substring(0, 99) + "…" : line;
  }
}
