package io.concordat.command.incident;

import io.concordat.command.MeshDirectory;
import io.concordat.messages.incident.OpenIncident;
import io.concordat.messages.mesh.ProductOwner;
import org.jspecify.annotations.Nullable;

/**
 * What other streams say about an incident.
 *
 * @param owner who answers for the product, null where no such product is registered
 * @param contractPublished whether the contract concerned was ever published; true where the
 *     incident concerns the product as a whole
 */
record IncidentFacts(@Nullable ProductOwner owner, boolean contractPublished) {

  /** Asks the mesh about an incident that is to be opened. */
  static IncidentFacts of(OpenIncident command, MeshDirectory mesh) {
    return new IncidentFacts(
        mesh.productOwner(command.product()).orElse(null),
        command.contract() == null || mesh.contractPublished(command.contract()));
  }

  /** Asks the mesh about an incident whose history is known. */
  static IncidentFacts of(IncidentState state, MeshDirectory mesh) {
    return switch (state) {
      case IncidentState.Unopened() -> new IncidentFacts(null, true);
      case IncidentState.Known known ->
          new IncidentFacts(mesh.productOwner(known.product()).orElse(null), true);
    };
  }
}
