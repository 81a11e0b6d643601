package io.concordat.eventstore.append;

import io.concordat.messages.decision.Actor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at one command: what the engine has to know besides the events, and where it writes
 * down what became of them. Bound to the thread that handles the command; nested commands share it.
 */
public final class Dispatch {

  private static final ScopedValue<Dispatch> CURRENT = ScopedValue.newInstance();

  private final String stream;
  private final Actor actor;
  private final @Nullable IdempotencyMark mark;
  private final @Nullable Long expectedVersion;
  private final Set<Object> foundInMemory = new HashSet<>();
  private final List<AppendedEvent> appended = new ArrayList<>();

  /**
   * Describes an attempt.
   *
   * @param stream the stream that decides
   * @param actor who asks
   * @param mark null where the command carries no idempotency key
   * @param expectedVersion sequence number of the stream's last event that the caller saw, -1 for
   *     none, null where any will do
   */
  public Dispatch(
      String stream, Actor actor, @Nullable IdempotencyMark mark, @Nullable Long expectedVersion) {
    this.stream = stream;
    this.actor = actor;
    this.mark = mark;
    this.expectedVersion = expectedVersion;
  }

  /** The attempt that this thread is in; empty outside of commands. */
  public static Optional<Dispatch> current() {
    return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
  }

  /** Runs the handling of a command within this attempt. */
  public <R> R call(Callable<R> handling) throws Exception {
    return ScopedValue.where(CURRENT, this).call(handling::call);
  }

  /** Who asks. */
  public Actor actor() {
    return actor;
  }

  /** Writes down that an aggregate was not read from its stream. */
  public void foundInMemory(Object stream) {
    foundInMemory.add(stream);
  }

  /** Streams of all aggregates that took part and were not read from their streams. */
  public Set<Object> foundInMemory() {
    return Set.copyOf(foundInMemory);
  }

  /** What has been stored so far, in order. */
  public List<AppendedEvent> appended() {
    return List.copyOf(appended);
  }

  /** The mark for the first event that is appended, null for later ones. */
  @Nullable IdempotencyMark unusedMark() {
    return appended.isEmpty() ? mark : null;
  }

  void record(List<AppendedEvent> events) {
    appended.addAll(events);
  }

  /** Refuses rows that follow another version of the stream than the caller saw. */
  void checkVersion(List<EventRow> rows) {
    if (expectedVersion == null || !appended.isEmpty()) {
      return;
    }
    for (EventRow row : rows) {
      if (row.stream().equals(stream)) {
        if (row.sequenceNumber() != expectedVersion + 1) {
          throw new VersionMismatch(stream, expectedVersion, row.sequenceNumber() - 1);
        }
        return;
      }
    }
  }
}
