package io.concordat.command.anomaly;

import io.concordat.command.Authority;
import io.concordat.command.MeshDirectory;
import io.concordat.messages.anomaly.AnomalyDetected;
import io.concordat.messages.anomaly.AnomalyEvent;
import io.concordat.messages.anomaly.AnomalyFigures;
import io.concordat.messages.anomaly.DetectAnomaly;
import io.concordat.messages.decision.Decision;
import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.decision.RejectionCode;
import org.jspecify.annotations.Nullable;

/** The rules of anomalies. */
final class AnomalyDecider {

  private AnomalyDecider() {}

  /**
   * What the mesh says about an anomaly.
   *
   * @param owned whether the product is registered, and so has an owner
   * @param published whether the contract was ever published
   */
  record Facts(boolean owned, boolean published) {

    static Facts of(DetectAnomaly command, MeshDirectory mesh) {
      return new Facts(
          mesh.productOwner(command.contract().product()).isPresent(),
          mesh.contractPublished(command.contract()));
    }
  }

  /**
   * The answer to a command.
   *
   * @param told the figures that were told last; null before the first
   */
  static Decision<AnomalyEvent> decide(
      @Nullable AnomalyFigures told, DetectAnomaly command, DecisionContext context, Facts facts) {
    if (!Authority.DETECT_ANOMALY.permits(context.actor())) {
      return Authority.DETECT_ANOMALY.refuse();
    }
    if (!facts.owned()) {
      return Decision.reject(
          RejectionCode.PRODUCT_NOT_FOUND,
          "No data product " + command.contract().product() + " is registered.");
    }
    if (!facts.published()) {
      return Decision.reject(
          RejectionCode.CONTRACT_NOT_FOUND,
          "No version of the contract " + command.contract() + " has been published.");
    }
    if (command.figures().equals(told)) {
      return Decision.nothingToDo();
    }
    return Decision.accept(
        new AnomalyDetected(
            command.anomaly(),
            command.contract(),
            command.field(),
            command.from(),
            command.to(),
            command.kind(),
            command.figures(),
            context.now()));
  }

  /** The figures that were told last, after an event. */
  static AnomalyFigures evolve(AnomalyEvent event) {
    return switch (event) {
      case AnomalyDetected detected -> detected.figures();
    };
  }
}
