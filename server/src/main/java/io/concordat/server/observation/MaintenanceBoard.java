package io.concordat.server.observation;

import io.concordat.eventstore.StoreUnavailable;
import io.concordat.graphql.gateway.MaintenanceDesk;
import io.concordat.messages.mesh.MaintenanceId;
import io.concordat.messages.mesh.ProductId;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Maintenance windows, from what the fold goes by. */
@Component
class MaintenanceBoard implements MaintenanceDesk {

  private final PromiseRegistry registry;

  MaintenanceBoard(PromiseRegistry registry) {
    this.registry = registry;
  }

  @Override
  public List<Maintenance> of(ProductId product) {
    return registry.maintenanceOf(product).stream()
        .sorted(Comparator.comparing(Maintenance::from))
        .toList();
  }

  @Override
  public @Nullable Maintenance find(ProductId product, MaintenanceId id) {
    try {
      registry.catchUp();
    } catch (SQLException gone) {
      throw new StoreUnavailable("Maintenance cannot be read", gone);
    }
    return registry.maintenanceOf(product).stream()
        .filter(window -> window.id().equals(id))
        .findFirst()
        .orElse(null);
  }
}
