package io.concordat.eventstore;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.common.IdentifierFactory;

/**
 * UUIDs of version 7 (RFC 9562), strictly increasing within one JVM, so that the unique index over
 * event identifiers grows at its end. Not secret: predictable from each other.
 */
public final class TimeOrderedIds extends IdentifierFactory {

  /** Milliseconds in the upper 52 bits, a counter within the millisecond in the lower 12. */
  private static final AtomicLong LAST = new AtomicLong();

  /** For the service loader; use {@link #next()}. */
  public TimeOrderedIds() {}

  /** A new UUID. */
  public static UUID next() {
    long now = System.currentTimeMillis() << 12;
    long tick = LAST.updateAndGet(last -> Math.max(last + 1, now));
    long high = (tick >>> 12) << 16 | 0x7000L | (tick & 0xFFF);
    long low = ThreadLocalRandom.current().nextLong() >>> 2 | 0x8000000000000000L;
    return new UUID(high, low);
  }

  @Override
  public String generateIdentifier() {
    return next().toString();
  }
}
