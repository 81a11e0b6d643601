package io.concordat.messages.council;

import io.concordat.messages.Subject;
import io.concordat.messages.mesh.DomainId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A seat on the council as it is read.
 *
 * @param delegation that lasts or is yet to begin; null where there is none
 */
public record SeatView(
    DomainId domain,
    Subject representative,
    Instant appointedAt,
    @Nullable DelegationView delegation) {

  /** Whether the person acts for the domain at the instant. */
  public boolean heldBy(Subject person, Instant at) {
    return representative.equals(person)
        || (delegation != null
            && delegation.delegate().equals(person)
            && !delegation.from().isAfter(at)
            && delegation.until().isAfter(at));
  }
}
