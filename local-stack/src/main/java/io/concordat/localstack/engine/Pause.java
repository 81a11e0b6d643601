package io.concordat.localstack.engine;

/** The wait between two looks at a process that is coming up. */
final class Pause {

  private Pause() {}

  /** Waits; an interrupt ends the start that is being waited for. */
  static void milliseconds(long duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineFailure("Interrupted while an engine was starting.", e);
    }
  }
}
