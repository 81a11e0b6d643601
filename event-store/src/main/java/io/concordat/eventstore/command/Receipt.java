package io.concordat.eventstore.command;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a command brought about.
 *
 * @param appended the stored events in order; empty where the wish was fulfilled already
 */
public record Receipt(List<Appended> appended) {

  /** Nothing had to change. */
  public static final Receipt EMPTY = new Receipt(List.of());

  /** Copies the list. */
  public Receipt {
    appended = List.copyOf(appended);
  }

  /**
   * One stored event.
   *
   * @param stream such as {@code contract:payments/settlements/daily}
   * @param sequenceNumber position in the stream, from 0: the stream's new version
   * @param globalIndex position in the whole store
   * @param eventType logical name, such as {@code contract.version-published}
   */
  public record Appended(String stream, long sequenceNumber, long globalIndex, String eventType) {}

  /** What a reader has to wait for to see all of it; empty where nothing was stored. */
  public OptionalLong highestIndex() {
    return appended.stream().mapToLong(Appended::globalIndex).max();
  }

  /** The last event that went to the stream. */
  public Optional<Appended> lastOf(String stream) {
    return appended.stream()
        .filter(event -> event.stream().equals(stream))
        .reduce((earlier, later) -> later);
  }
}
