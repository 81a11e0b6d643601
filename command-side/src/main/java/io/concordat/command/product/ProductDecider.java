package io.concordat.command.product;

import io.concordat.command.Authority;
import io.concordat.command.product.ProductState.Registered;
import io.concordat.command.product.ProductState.Unregistered;
import io.concordat.messages.decision.Decision;
import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.mesh.DataProductRegistered;
import io.concordat.messages.mesh.MaintenanceCancelled;
import io.concordat.messages.mesh.MaintenancePlanned;
import io.concordat.messages.mesh.ProductCommand;
import io.concordat.messages.mesh.ProductEvent;
import io.concordat.messages.mesh.ProductPortsDeclared;
import io.concordat.messages.mesh.RegisterDataProduct;
import io.concordat.messages.mesh.RegisterDataProductFromOdps;
import java.util.List;
import java.util.stream.Stream;

/** The rules of data products. */
final class ProductDecider {

  private ProductDecider() {}

  /**
   * The answer to a command in a state.
   *
   * @param domainExists whether the product's domain is registered
   */
  static Decision<ProductEvent> decide(
      ProductState state, ProductCommand command, DecisionContext context, boolean domainExists) {
    return switch (command) {
      case RegisterDataProduct register -> register(state, register, context, domainExists);
      case RegisterDataProductFromOdps fromOdps ->
          registerFromOdps(state, fromOdps, context, domainExists);
    };
  }

  /** The state after an event. */
  static ProductState evolve(ProductState state, ProductEvent event) {
    return switch (event) {
      case DataProductRegistered registered ->
          new Registered(
              registered.name(), registered.description(), registered.owner(), null, List.of());
      case ProductPortsDeclared declared -> declare(state, declared);
      case MaintenancePlanned planned -> MaintenanceRules.after(state, planned);
      case MaintenanceCancelled cancelled -> MaintenanceRules.after(state, cancelled);
    };
  }

  private static ProductState declare(ProductState state, ProductPortsDeclared declared) {
    return switch (state) {
      case Unregistered() -> state;
      case Registered registered ->
          new Registered(
              registered.name(),
              registered.description(),
              registered.owner(),
              declared.digest(),
              registered.maintenance());
    };
  }

  /** Registers what the document says, where that is not done, and declares the ports. */
  private static Decision<ProductEvent> registerFromOdps(
      ProductState state,
      RegisterDataProductFromOdps command,
      DecisionContext context,
      boolean domainExists) {
    if (!Authority.REGISTER_PRODUCT.permits(context.actor())) {
      return Authority.REGISTER_PRODUCT.refuse();
    }
    return switch (OdpsDocument.read(command)) {
      case OdpsDocument.Unusable unusable ->
          Decision.reject(RejectionCode.ODPS_DOCUMENT_INVALID, unusable.why());
      case OdpsDocument.Usable usable ->
          switch (register(state, usable.registration(), context, domainExists)) {
            case Decision.Rejected<ProductEvent> rejected -> rejected;
            case Decision.Accepted<ProductEvent> accepted -> {
              ProductPortsDeclared ports = usable.declared(context);
              boolean known =
                  state instanceof Registered registered
                      && ports.digest().equals(registered.ports());
              if (known) {
                yield Decision.nothingToDo();
              }
              if (state instanceof Registered registered
                  && !Authority.DECLARE_PORTS.permits(context.actor(), registered.owner())) {
                yield Authority.DECLARE_PORTS.refuse();
              }
              yield new Decision.Accepted<>(
                  Stream.concat(accepted.events().stream(), Stream.of(ports)).toList());
            }
          };
    };
  }

  private static Decision<ProductEvent> register(
      ProductState state,
      RegisterDataProduct command,
      DecisionContext context,
      boolean domainExists) {
    if (!Authority.REGISTER_PRODUCT.permits(context.actor())) {
      return Authority.REGISTER_PRODUCT.refuse();
    }
    return switch (state) {
      case Unregistered() when !domainExists ->
          Decision.reject(
              RejectionCode.DOMAIN_NOT_FOUND,
              "No domain " + command.product().domain() + " is registered; register it first.");
      case Unregistered() ->
          Decision.accept(
              new DataProductRegistered(
                  command.product(),
                  command.name(),
                  command.description(),
                  command.owner(),
                  context.now()));
      case Registered registered
          when registered.says(command.name(), command.description(), command.owner()) ->
          Decision.nothingToDo();
      case Registered registered ->
          Decision.reject(
              RejectionCode.PRODUCT_EXISTS,
              "The data product "
                  + command.product()
                  + " is registered already, as '"
                  + registered.name()
                  + "' with other facts.");
    };
  }
}
