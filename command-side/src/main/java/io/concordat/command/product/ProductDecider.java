package io.concordat.command.product;

import io.concordat.command.Authority;
import io.concordat.command.product.ProductState.Registered;
import io.concordat.command.product.ProductState.Unregistered;
import io.concordat.messages.decision.Decision;
import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.mesh.DataProductRegistered;
import io.concordat.messages.mesh.ProductCommand;
import io.concordat.messages.mesh.ProductEvent;
import io.concordat.messages.mesh.RegisterDataProduct;

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
    };
  }

  /** The state after an event. */
  static ProductState evolve(ProductState state, ProductEvent event) {
    return switch (event) {
      case DataProductRegistered registered ->
          new Registered(registered.name(), registered.description(), registered.owner());
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
    Registered wanted = new Registered(command.name(), command.description(), command.owner());
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
      case Registered registered when registered.equals(wanted) -> Decision.nothingToDo();
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
