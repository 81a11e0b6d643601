package io.concordat.notification.sending;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of an attempt. Problems tell neither addresses nor secrets nor what was answered. */
public sealed interface Outcome {

  /** The receiver has it. */
  record Delivered(int status) implements Outcome {}

  /**
   * It may succeed later.
   *
   * @param status the HTTP status; 0 where there was no answer
   * @param notBefore how long the receiver asks to be left alone; null where it does not say
   */
  record Failed(int status, String problem, @Nullable Duration notBefore) implements Outcome {}

  /** The receiver wants no more. */
  record Gone(int status, String problem) implements Outcome {}
}
