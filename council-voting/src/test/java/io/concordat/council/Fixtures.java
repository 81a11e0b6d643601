package io.concordat.council;

import static org.hamcrest.Matchers.startsWith;

import io.concordat.messages.Command;
import io.concordat.messages.decision.CommandRejected;
import io.concordat.messages.decision.RejectionCode;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;

/** What the fixtures of all aggregates have in common. */
public final class Fixtures {

  private Fixtures() {}

  /** A fixture that finds the stream as the running system does. */
  public static <T> AggregateTestFixture<T> of(Class<T> aggregate) {
    AggregateTestFixture<T> fixture = new AggregateTestFixture<>(aggregate);
    fixture.registerCommandTargetResolver(message ->
        new VersionedAggregateIdentifier(((Command) message.getPayload()).stream(), null));
    return fixture;
  }

  /** Expects a no with this code, and nothing appended. */
  public static <T> void expectRejection(ResultValidator<T> result, RejectionCode code) {
    result
        .expectNoEvents()
        .expectException(CommandRejected.class)
        .expectExceptionMessage(startsWith(code.name() + ": "));
  }
}
