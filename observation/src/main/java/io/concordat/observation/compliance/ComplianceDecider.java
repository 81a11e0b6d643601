package io.concordat.observation.compliance;

import io.concordat.messages.compliance.ComplianceCommand;
import io.concordat.messages.compliance.ComplianceEvent;
import io.concordat.messages.compliance.ComplianceRecorded;
import io.concordat.messages.compliance.RecordCompliance;
import io.concordat.messages.decision.Decision;
import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.observation.Authority;
import io.concordat.observation.compliance.ComplianceState.Recorded;
import io.concordat.observation.compliance.ComplianceState.Unrecorded;
import java.util.List;
import java.util.Optional;

/** The rules of a product's record of a month. */
final class ComplianceDecider {

  private ComplianceDecider() {}

  /**
   * The answer to a command in a state.
   *
   * @param productExists whether the product is registered
   */
  static Decision<ComplianceEvent> decide(
      ComplianceState state,
      ComplianceCommand command,
      DecisionContext context,
      boolean productExists) {
    return switch (command) {
      case RecordCompliance windowOfCounts -> record(state, windowOfCounts, context, productExists);
    };
  }

  /** The state after an event. */
  static ComplianceState evolve(ComplianceState state, ComplianceEvent event) {
    return switch (event) {
      case ComplianceRecorded recorded -> {
        Window window = new Window(recorded.from(), recorded.to(), recorded.counts());
        yield switch (state) {
          case Unrecorded() -> new Recorded(List.of(window));
          case Recorded earlier -> earlier.with(window);
        };
      }
    };
  }

  private static Decision<ComplianceEvent> record(
      ComplianceState state,
      RecordCompliance command,
      DecisionContext context,
      boolean productExists) {
    if (!Authority.RECORD_COMPLIANCE.permits(context.actor())) {
      return Authority.RECORD_COMPLIANCE.refuse();
    }
    if (!productExists) {
      return Decision.reject(
          RejectionCode.PRODUCT_NOT_FOUND,
          "No data product " + command.product() + " is registered.");
    }
    Window wanted =
        new Window(command.from(), command.to(), Window.perCommitment(command.counts()));
    if (!wanted.withinOneMonth()) {
      return invalid(
          "A window must begin before it ends and lie within one month (UTC), but this one is from "
              + command.from()
              + " to "
              + command.to()
              + ".");
    }
    if (wanted.to().isAfter(context.now())) {
      return invalid("The window ends at " + command.to() + ", which has not come yet.");
    }
    Optional<Window> overlapping =
        switch (state) {
          case Unrecorded() -> Optional.empty();
          case Recorded recorded -> recorded.overlapping(wanted);
        };
    return overlapping
        .map(earlier -> again(wanted, earlier))
        .orElseGet(() ->
            Decision.accept(
                new ComplianceRecorded(
                    command.product(),
                    wanted.from(),
                    wanted.to(),
                    wanted.counts(),
                    context.now())));
  }

  private static Decision<ComplianceEvent> again(Window wanted, Window earlier) {
    if (earlier.equals(wanted)) {
      return Decision.nothingToDo();
    }
    if (earlier.sameTimeAs(wanted)) {
      return Decision.reject(
          RejectionCode.COMPLIANCE_ALREADY_RECORDED,
          "The window from "
              + earlier.from()
              + " to "
              + earlier.to()
              + " was recorded before, with other counts.");
    }
    return invalid(
        "The window overlaps the recorded one from "
            + earlier.from()
            + " to "
            + earlier.to()
            + ".");
  }

  private static Decision<ComplianceEvent> invalid(String detail) {
    return Decision.reject(RejectionCode.COMPLIANCE_WINDOW_INVALID, detail);
  }
}
