package io.concordat.messages.mesh;

import io.concordat.messages.EventType;
import io.concordat.messages.Subject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A domain takes part in the mesh from now on.
 *
 * @param director null where unknown
 */
@EventType("domain.registered")
public record DomainRegistered(
    DomainId domain,
    String name,
    String description,
    @Nullable Subject director,
    Instant registeredAt)
    implements DomainEvent {

  @Override
  public String stream() {
    return domain.stream();
  }
}
