package io.concordat.server.observation;

import io.concordat.messages.Subject;
import io.concordat.messages.decision.Actor;
import io.concordat.messages.decision.Role;
import io.concordat.server.gateway.ProbeOutcomes;
import io.concordat.server.observation.BatchAnswer.KeptApart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
  public @Nullable String take(byte[] line) {
    try {
      List<KeptApart> apart = intake.take(PROBES, line, false).keptApart();
      return apart.isEmpty() ? null : apart.getFirst().code();
    } catch (IOException unread) {
      throw new UncheckedIOException(unread);
    }
  }
}
