package io.concordat.localstack.engine;

import org.jspecify.annotations.Nullable;

/** A reason why an engine cannot be had, as one sentence for the person at the terminal. */
public final class EngineFailure extends RuntimeException {

  /**
   * A failure that a person can act on.
   *
   * @param sentence what is wrong and, where known, what to do
   */
  public EngineFailure(String sentence) {
    this(sentence, null);
  }

  /**
   * A failure that a person can act on, and what was behind it.
   *
   * @param sentence what is wrong and, where known, what to do
   * @param cause the technical reason, null when there is none
   */
  public EngineFailure(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}
