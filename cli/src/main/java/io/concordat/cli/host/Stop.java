package io.concordat.cli.host;

/** Ends the run with a sentence for people and an exit code. */
public final class Stop extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ExitCode exitCode;
  private final boolean passing;

  /**
   * Ends the run.
   *
   * @param sentence what went wrong and what to do; never a secret
   */
  public Stop(ExitCode exitCode, String sentence) {
    this(exitCode, sentence, false);
  }

  private Stop(ExitCode exitCode, String sentence, boolean passing) {
    super(sentence);
    this.exitCode = exitCode;
    this.passing = passing;
  }

  /** Ends the run because of how it was used or what it was given. */
  public static Stop usage(String sentence) {
    return new Stop(ExitCode.USAGE, sentence);
  }

  /** Ends the run because of the server or the way to it. */
  public static Stop server(String sentence) {
    return new Stop(ExitCode.SERVER, sentence);
  }

  /** Ends the run because there was no answer; another try may get one. */
  public static Stop unanswered(String sentence) {
    return new Stop(ExitCode.SERVER, sentence, true);
  }

  /** Whether the same request may be answered when it is sent again. */
  public boolean passing() {
    return passing;
  }

  /** How the run ends. */
  public ExitCode exitCode() {
    return exitCode;
  }

  /** What went wrong and what to do. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
