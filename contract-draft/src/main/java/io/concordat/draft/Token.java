package io.concordat.draft;

import java.util.Locale;

/**
 * A piece of SQL.
 *
 * @param text without quotes
 * @param line from 1
 * @param column from 1
 */
record Token(Kind kind, String text, int line, int column) {

  enum Kind {
    WORD,
    QUOTED_NAME,
    TEXT,
    NUMBER,
    SYMBOL
  }

  /** Whether it is one of some keywords, in any case, not quoted. */
  boolean is(String... words) {
    if (kind != Kind.WORD && kind != Kind.SYMBOL) {
      return false;
    }
    for (String word : words) {
      if (text.equalsIgnoreCase(word)) {
        return true;
      }
    }
    return false;
  }

  boolean isName() {
    return kind == Kind.WORD || kind == Kind.QUOTED_NAME;
  }

  String lower() {
    return text.toLowerCase(Locale.ROOT);
  }
}
