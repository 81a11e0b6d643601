package io.concordat.server.wiring;

import io.concordat.command.request.RequestDirectory;
import io.concordat.council.seat.CouncilSeats;
import io.concordat.eventstore.stream.StreamReader;
import io.concordat.messages.Subject;
import io.concordat.messages.mesh.DataProductRegistered;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.mesh.DomainRegistered;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who answers for a domain, read from the event streams themselves: never late. */
@Component
class RequestStreams implements RequestDirectory {

  private final StreamReader streams;
  private final CouncilSeats seats;

  RequestStreams(StreamReader streams, CouncilSeats seats) {
    this.streams = streams;
    this.seats = seats;
  }

  @Override
  public boolean answersFor(DomainId domain, Subject person) {
    return seats.current().representativeOf(domain).filter(person::equals).isPresent()
        || directs(domain, person)
        || ownsProductOf(domain, person);
  }

  private boolean directs(DomainId domain, Subject person) {
    return streams.read(domain.stream(), Set.of(DomainRegistered.class)).stream()
        .anyMatch(event -> person.equals(((DomainRegistered) event).director()));
  }

  private boolean ownsProductOf(DomainId domain, Subject person) {
    return streams.streamsWith("product.registered", "product:" + domain.value() + "/").stream()
        .flatMap(stream -> streams.read(stream, Set.of(DataProductRegistered.class)).stream())
        .anyMatch(event -> ((DataProductRegistered) event).owner().subject().equals(person));
  }
}
