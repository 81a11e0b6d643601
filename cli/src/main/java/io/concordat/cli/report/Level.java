package io.concordat.cli.report;

import java.util.Locale;

/** How grave a finding is, the gravest first. */
public enum Level {
  /** Makes the document fail. */
  ERROR,
  /** Someone should look. */
  WARNING,
  /** Good to know. */
  NOTE;

  /** Its name in lower case, as all formats write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
