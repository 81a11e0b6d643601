package io.concordat.benchmarks;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Lets so many begin in a second, evenly; time in which nobody came is not made up for. */
final class Pace {

  private static final long MOST_BEHIND = TimeUnit.SECONDS.toNanos(1);

  private final long between;
  private final AtomicLong next = new AtomicLong(System.nanoTime());

  Pace(double perSecond) {
    this.between = (long) (1e9 / perSecond);
  }

  /** Waits for one's turn. */
  void await() throws InterruptedException {
    long now = System.nanoTime();
    long turn = next.getAndUpdate(at -> Math.max(at, now - MOST_BEHIND) + between);
    if (turn > now) {
      TimeUnit.NANOSECONDS.sleep(turn - now);
    }
  }
}
