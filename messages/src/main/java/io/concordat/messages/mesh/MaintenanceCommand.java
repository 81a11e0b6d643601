package io.concordat.messages.mesh;

import io.concordat.messages.Command;

/** What can be asked of the maintenance windows of a data product. */
public sealed interface MaintenanceCommand extends Command
    permits PlanMaintenance, CancelMaintenance {

  /** Whose windows they are. */
  ProductId product();

  /** The window. */
  MaintenanceId maintenance();

  @Override
  default String stream() {
    return product().stream();
  }
}
