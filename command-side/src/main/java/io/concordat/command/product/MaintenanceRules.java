package io.concordat.command.product;

import io.concordat.command.Authority;
import io.concordat.command.product.ProductState.Registered;
import io.concordat.command.product.ProductState.Unregistered;
import io.concordat.command.product.ProductState.Window;
import io.concordat.messages.decision.Decision;
import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.mesh.CancelMaintenance;
import io.concordat.messages.mesh.MaintenanceCancelled;
import io.concordat.messages.mesh.MaintenanceCommand;
import io.concordat.messages.mesh.MaintenancePlanned;
import io.concordat.messages.mesh.PlanMaintenance;
import io.concordat.messages.mesh.ProductEvent;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The rules of maintenance windows. */
final class MaintenanceRules {

  private MaintenanceRules() {}

  /** The answer to a command in a state. */
  static Decision<ProductEvent> decide(
      ProductState state, MaintenanceCommand command, DecisionContext context) {
    return switch (state) {
      case Unregistered() ->
          Decision.reject(
              RejectionCode.PRODUCT_NOT_FOUND,
              "No data product " + command.product() + " is registered.");
      case Registered registered ->
          switch (command) {
            case PlanMaintenance plan -> plan(registered, plan, context);
            case CancelMaintenance cancel -> cancel(registered, cancel, context);
          };
    };
  }

  private static Decision<ProductEvent> plan(
      Registered product, PlanMaintenance command, DecisionContext context) {
    if (!Authority.PLAN_MAINTENANCE.permits(context.actor(), product.owner())) {
      return Authority.PLAN_MAINTENANCE.refuse();
    }
    Instant now = context.now();
    Instant from = command.from() == null ? now : command.from();
    Instant until = command.until();
    if (from.isBefore(now) || from.isAfter(now.plus(PlanMaintenance.FARTHEST))) {
      return Decision.reject(
          RejectionCode.MAINTENANCE_OUT_OF_BOUNDS,
          "A window begins between now and " + PlanMaintenance.FARTHEST.toDays() + " days ahead.");
    }
    if (!until.isAfter(from) || until.isAfter(from.plus(PlanMaintenance.LONGEST))) {
      return Decision.reject(
          RejectionCode.MAINTENANCE_OUT_OF_BOUNDS,
          "A window ends after it begins, and lasts "
              + PlanMaintenance.LONGEST.toDays()
              + " days at most.");
    }
    List<Window> ahead = ahead(product, now).toList();
    for (Window window : ahead) {
      if (window.overlaps(from, until)) {
        return Decision.reject(
            RejectionCode.MAINTENANCE_OVERLAPS,
            "The product has a window from " + window.from() + " to " + window.until() + ".");
      }
    }
    if (ahead.size() >= PlanMaintenance.MOST) {
      return Decision.reject(
          RejectionCode.MAINTENANCE_FULL,
          "A product has " + PlanMaintenance.MOST + " windows ahead at most.");
    }
    return Decision.accept(
        new MaintenancePlanned(
            command.product(),
            command.maintenance(),
            from,
            until,
            command.reason(),
            now,
            context.actor().subject()));
  }

  private static Decision<ProductEvent> cancel(
      Registered product, CancelMaintenance command, DecisionContext context) {
    if (!Authority.CANCEL_MAINTENANCE.permits(context.actor(), product.owner())) {
      return Authority.CANCEL_MAINTENANCE.refuse();
    }
    boolean known =
        ahead(product, context.now()).anyMatch(window -> window.id().equals(command.maintenance()));
    return known
        ? Decision.accept(
            new MaintenanceCancelled(
                command.product(), command.maintenance(), context.now(), context.actor().subject()))
        : Decision.reject(
            RejectionCode.MAINTENANCE_NOT_FOUND,
            "The product "
                + command.product()
                + " has no maintenance "
                + command.maintenance()
                + " that has not ended.");
  }

  /** The state with a window, and without those that were over when it was planned. */
  static ProductState after(ProductState state, MaintenancePlanned event) {
    Window window = new Window(event.maintenance(), event.from(), event.until());
    return state instanceof Registered registered
        ? registered.with(
            Stream.concat(ahead(registered, event.plannedAt()), Stream.of(window)).toList())
        : state;
  }

  /** The state without a window. */
  static ProductState after(ProductState state, MaintenanceCancelled event) {
    return state instanceof Registered registered
        ? registered.with(
            registered.maintenance().stream()
                .filter(window -> !window.id().equals(event.maintenance()))
                .toList())
        : state;
  }

  private static Stream<Window> ahead(Registered product, Instant now) {
    return product.maintenance().stream().filter(window -> window.until().isAfter(now));
  }
}
