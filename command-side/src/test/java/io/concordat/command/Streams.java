package io.concordat.command;

import static org.hamcrest.CoreMatchers.startsWith;

import io.concordat.messages.Command;
import io.concordat.messages.decision.CommandRejected;
import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.decision.RejectionCode;
import java.util.Optional;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;

/** Aggregates as the running service wires them, on a recorded event store. */
public final class Streams {

  private Streams() {}

  /** A fixture in which the caller is {@code context} and the mesh is {@link FakeMesh}. */
  public static <T> FixtureConfiguration<T> of(
      Class<T> aggregate, DecisionContext context, Object... resources) {
    FixtureConfiguration<T> fixture = new AggregateTestFixture<>(aggregate);
    fixture.registerInjectableResource(context);
    fixture.registerInjectableResource(new FakeMesh());
    fixture.registerInjectableResource((ObservedDrift) (contract, outline) -> Optional.empty());
    fixture.registerInjectableResource(ErrorBudgets.UNSPENT);
    fixture.registerInjectableResources(resources);
    fixture.registerCommandTargetResolver(command ->
        new VersionedAggregateIdentifier(((Command) command.getPayload()).stream(), null));
    return fixture;
  }

  /** Expects a no with this code, and no event. */
  public static <T> void expectRejection(ResultValidator<T> result, RejectionCode code) {
    result
        .expectNoEvents()
        .expectException(CommandRejected.class)
        .expectExceptionMessage(startsWith(code + ": "));
  }
}
