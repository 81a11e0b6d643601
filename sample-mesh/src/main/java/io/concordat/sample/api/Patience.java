package io.concordat.sample.api;

import java.time.Duration;

/** How long a request is tried again while the service, or a store behind it, is away. */
final class Patience {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final Duration limit;

  Patience(Duration limit) {
    this.limit = limit;
  }

  /**
   * Tries until it works, with a pause between two tries that doubles up to 5 seconds.
   *
   * @throws CallFailed when the limit has passed
   */
  <T> T until(Attempt<T> attempt) {
    long deadline = System.nanoTime() + limit.toNanos();
    Duration pause = FIRST_PAUSE;
    while (true) {
      try {
        return attempt.run();
      } catch (TryAgain notYet) {
        if (System.nanoTime() - deadline + pause.toNanos() > 0) {
          throw new CallFailed(
              notYet.getMessage() + " (given up after " + limit.toSeconds() + " s)", notYet);
        }
        sleep(pause);
        pause = pause.multipliedBy(2);
        if (pause.compareTo(LONGEST_PAUSE) > 0) {
          pause = LONGEST_PAUSE;
        }
      }
    }
  }

  private static void sleep(Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new CallFailed("stopped while waiting for the service", stopped);
    }
  }

  /** One try. */
  @FunctionalInterface
  interface Attempt<T> {

    T run() throws TryAgain;
  }
}
