package io.concordat.graphql.council;

import io.concordat.graphql.Caller;
import io.concordat.graphql.error.Mutations;
import io.concordat.graphql.error.Reading;
import io.concordat.graphql.error.Receipt;
import io.concordat.graphql.error.UserError;
import io.concordat.graphql.gateway.MeshGateway;
import io.concordat.messages.Command;
import io.concordat.messages.Subject;
import io.concordat.messages.council.CouncilView;
import io.concordat.messages.council.DelegateSeat;
import io.concordat.messages.council.FindCouncil;
import io.concordat.messages.council.RevokeDelegation;
import io.concordat.messages.council.VacateSeat;
import io.concordat.messages.mesh.DomainId;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;

/** Who acts for a seat of the council, and that it is given up. */
@Controller
class SeatController {

  private final MeshGateway mesh;
  private final Mutations mutations;

  SeatController(MeshGateway mesh, Mutations mutations) {
    this.mesh = mesh;
    this.mutations = mutations;
  }

  @MutationMapping
  CouncilPayload delegateSeat(@Argument DelegateSeatInput input, Authentication caller) {
    Reading reading = new Reading();
    Supplier<Subject> delegate = reading.field("delegate", () -> new Subject(input.delegate()));
    return run(
        caller,
        input,
        reading,
        input.domain(),
        domain -> new DelegateSeat(domain, delegate.get(), input.from(), input.until()));
  }

  @MutationMapping
  CouncilPayload revokeDelegation(@Argument RevokeDelegationInput input, Authentication caller) {
    return run(caller, input, new Reading(), input.domain(), RevokeDelegation::new);
  }

  @MutationMapping
  CouncilPayload vacateSeat(@Argument VacateSeatInput input, Authentication caller) {
    return run(caller, input, new Reading(), input.domain(), VacateSeat::new);
  }

  private CouncilPayload run(
      Authentication caller,
      Mutations.MutationInput input,
      Reading reading,
      String domain,
      Function<DomainId, Command> command) {
    Supplier<DomainId> id = reading.field("domain", () -> new DomainId(domain));
    return mutations.run(
        Caller.of(caller),
        input,
        reading,
        () -> command.apply(id.get()),
        written ->
            new CouncilPayload(
                mutations.shown(() -> mesh.ask(new FindCouncil()).orElse(null)),
                Receipt.of(written),
                List.of()),
        errors -> new CouncilPayload(null, null, errors));
  }

  record DelegateSeatInput(
      String domain,
      String delegate,
      @Nullable Instant from,
      Instant until,
      @Nullable String idempotencyKey,
      @Nullable Long expectedRevision)
      implements Mutations.MutationInput {}

  record RevokeDelegationInput(
      String domain, @Nullable String idempotencyKey, @Nullable Long expectedRevision)
      implements Mutations.MutationInput {}

  record VacateSeatInput(
      String domain, @Nullable String idempotencyKey, @Nullable Long expectedRevision)
      implements Mutations.MutationInput {}

  record CouncilPayload(
      @Nullable CouncilView council, @Nullable Receipt receipt, List<UserError> userErrors) {}
}
