package io.concordat.contract.commitment;

import static io.concordat.contract.commitment.CommitmentKind.*;

import io.concordat.contract.odcs.SlaProperty;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads a service level as a commitment. */
final class LevelReading {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final SlaProperty sla;
  private final String property;
  private final @Nullable String element;

  private LevelReading(SlaProperty sla, @Nullable String standard) {
    this.sla = sla;
    this.property = ServiceLevels.property(sla);
    String own = sla.element();
    this.element = own == null || own.isBlank() ? standard : own.strip();
  }

  static Commitment of(SlaProperty sla, @Nullable String standard) {
    return new LevelReading(sla, standard).read();
  }

  private Commitment read() {
    if (sla.value().isBlank()) {
      return refused(kind(), "It has no value; write one.");
    }
    return switch (property) {
      case "latency" -> span(FRESHNESS, true);
      case "frequency" -> span(FREQUENCY, true);
      case "timeToDetect" -> span(TIME_TO_DETECT, true);
      case "timeToNotify" -> span(TIME_TO_NOTIFY, true);
      case "timeToRepair" -> span(TIME_TO_REPAIR, true);
      case "retention" -> span(RETENTION, false);
      case "availability", "uptime" -> share(AVAILABILITY, false);
      case "completeness" -> share(COMPLETENESS, false);
      case "accuracy" -> share(ACCURACY, false);
      case "errorRate" -> share(ERROR_RATE, true);
      case "throughput" -> throughput();
      case "generalAvailability" -> dated(GENERAL_AVAILABILITY);
      case "endOfSupport" -> dated(END_OF_SUPPORT);
      case "endOfLife" -> dated(END_OF_LIFE);
      default ->
          refused(
              CUSTOM,
              "Concordat does not know how to measure '%s'; use one of the standard's names, or a"
                      .formatted(property)
                  + " quality rule.");
    };
  }

  private CommitmentKind kind() {
    return switch (property) {
      case "latency" -> FRESHNESS;
      case "frequency" -> FREQUENCY;
      case "timeToDetect" -> TIME_TO_DETECT;
      case "timeToNotify" -> TIME_TO_NOTIFY;
      case "timeToRepair" -> TIME_TO_REPAIR;
      case "retention" -> RETENTION;
      case "availability", "uptime" -> AVAILABILITY;
      case "completeness" -> COMPLETENESS;
      case "accuracy" -> ACCURACY;
      case "errorRate" -> ERROR_RATE;
      case "throughput" -> THROUGHPUT;
      case "generalAvailability" -> GENERAL_AVAILABILITY;
      case "endOfSupport" -> END_OF_SUPPORT;
      case "endOfLife" -> END_OF_LIFE;
      default -> CUSTOM;
    };
  }

  private Commitment span(CommitmentKind kind, boolean upTo) {
    if (Measure.of(sla) instanceof Measure.Span(BigDecimal seconds)) {
      return seconds.signum() < 0
          ? refused(kind, "A span of time cannot be negative.")
          : measured(kind, seconds, upTo, "seconds");
    }
    String hint = kind == FREQUENCY ? ", or daily, weekly, monthly" : "";
    return refused(
        kind,
        "'"
            + written()
            + "' is no span of time; write one such as 4 h, 30 d or PT15M"
            + hint
            + ".");
  }

  private Commitment share(CommitmentKind kind, boolean upTo) {
    if (Measure.of(sla) instanceof Measure.Percent(BigDecimal value)) {
      boolean possible = value.signum() >= 0 && value.compareTo(HUNDRED) <= 0;
      return possible
          ? measured(kind, value, upTo, "percent")
          : refused(kind, "A percentage is between 0 and 100.");
    }
    return refused(
        kind, "'" + written() + "' is no percentage; write a number with the unit percent.");
  }

  private Commitment throughput() {
    if (Measure.of(sla) instanceof Measure.Amount(BigDecimal value, String unit)
        && unit != null
        && value.signum() >= 0) {
      return measured(THROUGHPUT, value, false, unit);
    }
    return refused(
        THROUGHPUT,
        "'" + written() + "' does not say how many of what; write both, such as 500 rows/s.");
  }

  private Commitment dated(CommitmentKind kind) {
    return Measure.of(sla) instanceof Measure.Moment(var at)
        ? new Commitment.Dated(kind, sla.at(), element, property + ": " + written(), at)
        : refused(kind, "'" + written() + "' is no date; write one such as 2030-12-31.");
  }

  private Commitment measured(CommitmentKind kind, BigDecimal value, boolean upTo, String unit) {
    return new Commitment.Measured(
        kind,
        sla.at(),
        element,
        property + ": " + (upTo ? "at most " : "at least ") + written(),
        upTo ? Threshold.atMost(value) : Threshold.atLeast(value),
        unit);
  }

  private Commitment refused(CommitmentKind kind, String reason) {
    return new Commitment.NotEvaluable(
        kind, sla.at(), element, (property + ": " + written()).strip(), reason);
  }

  private String written() {
    String unit = sla.unit();
    return unit == null || unit.isBlank() || sla.value().contains("%")
        ? sla.value().strip()
        : sla.value().strip() + " " + unit.strip();
  }
}
