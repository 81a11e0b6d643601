package io.concordat.graphql.maintenance;

import io.concordat.graphql.Caller;
import io.concordat.graphql.error.Mutations;
import io.concordat.graphql.error.Reading;
import io.concordat.graphql.error.Receipt;
import io.concordat.graphql.error.UserError;
import io.concordat.graphql.gateway.MaintenanceDesk;
import io.concordat.graphql.gateway.MaintenanceDesk.Maintenance;
import io.concordat.graphql.gateway.MeshGateway;
import io.concordat.messages.contract.ContractView;
import io.concordat.messages.decision.Actor;
import io.concordat.messages.mesh.CancelMaintenance;
import io.concordat.messages.mesh.DataProductView;
import io.concordat.messages.mesh.MaintenanceCommand;
import io.concordat.messages.mesh.MaintenanceId;
import io.concordat.messages.mesh.PlanMaintenance;
import io.concordat.messages.mesh.ProductId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;

/** Maintenance windows: read, planned and cancelled. */
@Controller
class MaintenanceController {

  private final MeshGateway mesh;
  private final MaintenanceDesk desk;
  private final Mutations mutations;

  MaintenanceController(MeshGateway mesh, MaintenanceDesk desk, Mutations mutations) {
    this.mesh = mesh;
    this.desk = desk;
    this.mutations = mutations;
  }

  @SchemaMapping(typeName = "DataProduct", field = "maintenance")
  List<Maintenance> ofProduct(
      DataProductView product, @Argument @Nullable Instant from, @Argument @Nullable Instant to) {
    return touching(product.id(), from, to);
  }

  @SchemaMapping(typeName = "Contract", field = "maintenance")
  List<Maintenance> ofContract(
      ContractView contract, @Argument @Nullable Instant from, @Argument @Nullable Instant to) {
    return touching(contract.id().product(), from, to);
  }

  private List<Maintenance> touching(
      ProductId product, @Nullable Instant from, @Nullable Instant to) {
    return desk.of(product).stream()
        .filter(window ->
            (from == null || window.to().isAfter(from))
                && (to == null || window.from().isBefore(to)))
        .toList();
  }

  @SchemaMapping(typeName = "Maintenance")
  CompletableFuture<DataProductView> product(
      Maintenance maintenance, DataLoader<ProductId, DataProductView> products) {
    return products.load(maintenance.product());
  }

  @MutationMapping
  MaintenancePayload planMaintenance(@Argument PlanMaintenanceInput input, Authentication caller) {
    Reading reading = new Reading();
    Supplier<ProductId> product = reading.field("product", () -> new ProductId(input.product()));
    MaintenanceId id = id(input, Caller.of(caller));
    return run(
        caller,
        input,
        reading,
        () -> new PlanMaintenance(product.get(), id, input.from(), input.to(), input.reason()));
  }

  @MutationMapping
  MaintenancePayload cancelMaintenance(
      @Argument CancelMaintenanceInput input, Authentication caller) {
    Reading reading = new Reading();
    Supplier<ProductId> product = reading.field("product", () -> new ProductId(input.product()));
    Supplier<MaintenanceId> id =
        reading.field("maintenance", () -> MaintenanceId.of(input.maintenance()));
    return run(caller, input, reading, () -> new CancelMaintenance(product.get(), id.get()));
  }

  /** The same for whoever tries again under the same key, so that the window can be shown. */
  private MaintenanceId id(PlanMaintenanceInput input, Actor caller) {
    String key = input.idempotencyKey();
    return new MaintenanceId(
        key == null
            ? mesh.newId()
            : UUID.nameUUIDFromBytes(
                String.join("\n", input.product(), caller.subject().value(), key)
                    .getBytes(StandardCharsets.UTF_8)));
  }

  private MaintenancePayload run(
      Authentication caller,
      Mutations.MutationInput input,
      Reading reading,
      Supplier<MaintenanceCommand> command) {
    AtomicReference<@Nullable MaintenanceCommand> sent = new AtomicReference<>();
    return mutations.run(
        Caller.of(caller),
        input,
        reading,
        () -> {
          MaintenanceCommand built = command.get();
          sent.set(built);
          return built;
        },
        written ->
            new MaintenancePayload(
                mutations.shown(() -> shown(sent.get())), Receipt.of(written), List.of()),
        errors -> new MaintenancePayload(null, null, errors));
  }

  private @Nullable Maintenance shown(@Nullable MaintenanceCommand command) {
    return command == null ? null : desk.find(command.product(), command.maintenance());
  }

  record PlanMaintenanceInput(
      String product,
      @Nullable Instant from,
      Instant to,
      String reason,
      @Nullable String idempotencyKey,
      @Nullable Long expectedRevision)
      implements Mutations.MutationInput {}

  record CancelMaintenanceInput(
      String product,
      String maintenance,
      @Nullable String idempotencyKey,
      @Nullable Long expectedRevision)
      implements Mutations.MutationInput {}

  record MaintenancePayload(
      @Nullable Maintenance maintenance, @Nullable Receipt receipt, List<UserError> userErrors) {}
}
