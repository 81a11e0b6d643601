package io.concordat.command.product;

import io.concordat.contract.Digest;
import io.concordat.contract.odps.InputPort;
import io.concordat.contract.odps.OdpsProduct;
import io.concordat.contract.odps.OdpsReader;
import io.concordat.contract.odps.OdpsResult;
import io.concordat.contract.odps.OutputPort;
import io.concordat.messages.InvalidValue;
import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.mesh.PortContract;
import io.concordat.messages.mesh.ProductInputPort;
import io.concordat.messages.mesh.ProductOutputPort;
import io.concordat.messages.mesh.ProductPortsDeclared;
import io.concordat.messages.mesh.RegisterDataProduct;
import io.concordat.messages.mesh.RegisterDataProductFromOdps;
import io.concordat.messages.policy.Violation;
import java.util.List;
import java.util.stream.Collectors;

/** What an ODPS document says of a product that is to be registered with it. */
sealed interface OdpsDocument {

  /** The most faults that a refusal tells. */
  int MOST_TOLD = 10;

  /**
   * A document that a product can be registered with.
   *
   * @param registration what it says of the product itself
   */
  record Usable(
      RegisterDataProductFromOdps command, OdpsProduct product, RegisterDataProduct registration)
      implements OdpsDocument {

    /** What it says of the ports. */
    ProductPortsDeclared declared(DecisionContext context) {
      return new ProductPortsDeclared(
          command.product(),
          product.inputPorts().stream().map(OdpsDocument::input).toList(),
          product.outputPorts().stream().map(OdpsDocument::output).toList(),
          command.document(),
          Digest.sha256(command.document()),
          context.now(),
          context.actor().subject());
    }
  }

  /** A document that cannot be taken. */
  record Unusable(String why) implements OdpsDocument {}

  /** Reads a command's document. */
  static OdpsDocument read(RegisterDataProductFromOdps command) {
    OdpsResult result = OdpsReader.read(command.document());
    OdpsProduct product = result.product();
    if (product == null) {
      return new Unusable(told(result.violations()));
    }
    String name = product.name();
    String purpose = product.description().purpose();
    if (name == null || purpose == null) {
      return new Unusable(
          "Give the product a 'name' and a 'description.purpose'; the catalog shows both.");
    }
    try {
      return new Usable(
          command,
          product,
          new RegisterDataProduct(command.product(), name, purpose, command.owner()));
    } catch (InvalidValue unfit) {
      return new Unusable(
          "The name or the purpose does not fit the catalog: " + unfit.getMessage());
    }
  }

  private static String told(List<Violation> violations) {
    String told =
        violations.stream()
            .limit(MOST_TOLD)
            .map(each ->
                "line %s, column %s, %s: %s"
                    .formatted(each.line(), each.column(), each.path(), each.message()))
            .collect(Collectors.joining("\n"));
    int more = violations.size() - MOST_TOLD;
    return more > 0 ? told + "\nand " + more + " more." : told;
  }

  private static ProductInputPort input(InputPort port) {
    return new ProductInputPort(port.name(), port.version(), port.contractId());
  }

  private static ProductOutputPort output(OutputPort port) {
    return new ProductOutputPort(
        port.name(),
        port.version(),
        port.contractId(),
        port.type(),
        port.description(),
        port.inputContracts().stream()
            .map(contract -> new PortContract(contract.id(), contract.version()))
            .toList());
  }
}
