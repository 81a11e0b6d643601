package io.concordat.graphql.incident;

import io.concordat.graphql.Caller;
import io.concordat.graphql.error.Mutations;
import io.concordat.graphql.error.Reading;
import io.concordat.graphql.error.Receipt;
import io.concordat.graphql.error.UserError;
import io.concordat.graphql.gateway.IncidentPlaces;
import io.concordat.graphql.gateway.MeshGateway;
import io.concordat.graphql.incident.IncidentController.IncidentPayload;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.decision.Actor;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.decision.Role;
import io.concordat.messages.incident.FindIncidents;
import io.concordat.messages.incident.IncidentId;
import io.concordat.messages.incident.IncidentSeverity;
import io.concordat.messages.incident.IncidentView;
import io.concordat.messages.incident.OpenIncident;
import io.concordat.messages.mesh.ProductId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;

/** Opens incidents by hand: of one promise, one at a time. */
@Controller
class OpenIncidentController {

  private final MeshGateway mesh;
  private final IncidentPlaces places;
  private final Mutations mutations;

  OpenIncidentController(MeshGateway mesh, IncidentPlaces places, Mutations mutations) {
    this.mesh = mesh;
    this.places = places;
    this.mutations = mutations;
  }

  /** Under the id of one that is open the command is refused, whoever of several came first. */
  @MutationMapping
  IncidentPayload openIncident(@Argument OpenIncidentInput input, Authentication caller) {
    Reading reading = new Reading();
    Supplier<ProductId> product = reading.field("product", () -> new ProductId(input.product()));
    Supplier<@Nullable ContractId> contract =
        reading.optional("contract", input.contract(), ContractId::new);
    Actor actor = Caller.of(caller);
    AtomicReference<IncidentId> taken = new AtomicReference<>(new IncidentId(mesh.newId()));
    return mutations.run(
        actor,
        input,
        reading,
        () -> {
          OpenIncident open =
              new OpenIncident(
                  taken.get(),
                  product.get(),
                  contract.get(),
                  input.commitment(),
                  input.severity(),
                  input.summary(),
                  input.brokenSince());
          taken.set(place(open, actor));
          return open.under(taken.get());
        },
        written ->
            new IncidentPayload(shown(IncidentId.of(written.id())), Receipt.of(written), List.of()),
        errors ->
            errors.stream().anyMatch(OpenIncidentController::saysOpen)
                ? new IncidentPayload(shown(taken.get()), null, List.of())
                : new IncidentPayload(null, null, errors));
  }

  /** Of those who may not open an incident, which the decision says, nothing is kept. */
  private IncidentId place(OpenIncident open, Actor actor) {
    return actor.has(Role.MACHINE) || actor.has(Role.GOVERNANCE_ENGINEER)
        ? places.take(open.product(), open.contract(), open.commitment(), open.incident())
        : open.incident();
  }

  private static boolean saysOpen(UserError error) {
    return error.code().equals(RejectionCode.INCIDENT_EXISTS.name());
  }

  private @Nullable IncidentView shown(IncidentId id) {
    return mutations.shown(
        () -> mesh.ask(new FindIncidents(Set.of(id))).stream().findFirst().orElse(null));
  }

  record OpenIncidentInput(
      String product,
      @Nullable String contract,
      String commitment,
      IncidentSeverity severity,
      String summary,
      @Nullable Instant brokenSince,
      @Nullable String idempotencyKey,
      @Nullable Long expectedRevision)
      implements Mutations.MutationInput {}
}
