package io.concordat.cli.report;

/**
 * Colours for a terminal, or none.
 *
 * @param coloured whether escape sequences are written
 */
public record Dress(boolean coloured) {

  /** No colours. */
  public static final Dress PLAIN = new Dress(false);

  private static final String RED = "31";
  private static final String YELLOW = "33";
  private static final String GREEN = "32";
  private static final String DIM = "2";
  private static final String BOLD = "1";

  String of(Level level, String text) {
    return switch (level) {
      case ERROR -> put(RED, text);
      case WARNING -> put(YELLOW, text);
      case NOTE -> put(DIM, text);
    };
  }

  String of(Outcome outcome, String text) {
    return switch (outcome) {
      case PASSED -> put(GREEN, text);
      case FAILED, UNREADABLE, UNAVAILABLE -> put(RED, text);
    };
  }

  String faint(String text) {
    return put(DIM, text);
  }

  String strong(String text) {
    return put(BOLD, text);
  }

  private String put(String code, String text) {
    return coloured ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
