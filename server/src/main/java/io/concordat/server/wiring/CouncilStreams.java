package io.concordat.server.wiring;

import io.concordat.council.seat.CouncilSeats;
import io.concordat.council.seat.CouncilState;
import io.concordat.eventstore.stream.FoldedStream;
import io.concordat.eventstore.stream.FoldedStreams;
import io.concordat.messages.council.CouncilEvent;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Seats of the council from its event stream. What this node appends is seen at once, what others
 * append within a second.
 */
@Component
class CouncilStreams implements CouncilSeats {

  private static final Duration RECENT = Duration.ofSeconds(1);

  private final FoldedStream<CouncilState> recent;
  private final FoldedStream<CouncilState> current;

  CouncilStreams(FoldedStreams streams) {
    this.recent = fold(streams, RECENT);
    this.current = fold(streams, Duration.ZERO);
  }

  @Override
  public CouncilState recent() {
    return recent.get();
  }

  @Override
  public CouncilState current() {
    return current.get();
  }

  private static FoldedStream<CouncilState> fold(FoldedStreams streams, Duration staleness) {
    return streams.of(
        CouncilEvent.STREAM,
        CouncilState.EMPTY,
        (state, event) -> state.evolve((CouncilEvent) event),
        staleness);
  }
}
