package io.concordat.server.observation;

import io.concordat.messages.Subject;
import io.concordat.messages.decision.Actor;
import io.concordat.messages.decision.Role;
import io.concordat.server.gateway.ProbeOutcomes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Sends what probes saw through the door of all observations. */
@Component
class ProbeObservations implements ProbeOutcomes {

  private static final Actor PROBES = new Actor(new Subject("probes"), Set.of(Role.MACHINE));

  private final ObservationIntake intake;

  ProbeObservations(ObservationIntake intake) {
    this.intake = intake;
  }

  @Override
  public void take(byte[] line) {
    try {
      intake.take(PROBES, line, false);
    } catch (IOException unread) {
      throw new UncheckedIOException(unread);
    }
  }
}
