package io.concordat.localstack.launch;

import org.jspecify.annotations.Nullable;

/**
 * Why the stack cannot run, as one sentence for the person at the terminal and an exit code for
 * scripts.
 */
final class LaunchFailure extends RuntimeException {

  /** The reasons, each with the exit code of the process. */
  enum Reason {
    /** Somebody else listens on the port. */
    PORT_IN_USE(10),
    /** Another run holds the data directory, or the directory is not one of ours. */
    DATA_DIRECTORY(11),
    /** Not enough space on the disk of the data directory. */
    DISK_FULL(12),
    /** A program or a built file is missing. */
    MISSING(13),
    /** A store does not come up, or goes away again and again. */
    STORE(14),
    /** The server does not come up, or ended by itself. */
    SERVER(15),
    /** The sample mesh was not loaded to its end. */
    SAMPLE(16);

    private final int exitCode;

    Reason(int exitCode) {
      this.exitCode = exitCode;
    }

    /** What the process ends with. */
    int exitCode() {
      return exitCode;
    }
  }

  private final Reason reason;

  LaunchFailure(Reason reason, String sentence) {
    this(reason, sentence, null);
  }

  LaunchFailure(Reason reason, String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
    this.reason = reason;
  }

  /** Which of the reasons it is. */
  Reason reason() {
    return reason;
  }

  /** The sentence. */
  String sentence() {
    return String.valueOf(getMessage());
  }
}
