package io.concordat.draft;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts SQL of any common dialect into pieces: comments are skipped, names may stand in {@code "},
 * {@code `} or brackets, texts in {@code '} or between dollar signs.
 */
final class SqlTokens {

  private static final int MOST = 2_000_000;

  private final String sql;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private int line = 1;
  private int lineStart;

  private SqlTokens(String sql) {
    this.sql = sql;
  }

  /**
   * All pieces, in order.
   *
   * @throws DraftException where a quote or comment is not closed
   */
  static List<Token> of(String sql) {
    SqlTokens cutter = new SqlTokens(sql.startsWith("\uFEFF") ? sql.substring(1) : sql);
    cutter.cut();
    return cutter.tokens;
  }

  private void cut() {
    while (at < sql.length()) {
      if (tokens.size() > MOST) {
        throw new DraftException("there is more here than table definitions can mean", line, 0);
      }
      char c = sql.charAt(at);
      if (c == '\n') {
        newLine(at);
        at++;
      } else if (Character.isWhitespace(c)) {
        at++;
      } else if (sql.startsWith("--", at)) {
        int end = sql.indexOf('\n', at);
        at = end < 0 ? sql.length() : end;
      } else if (sql.startsWith("/*", at)) {
        skipTo("*/", "the comment");
      } else {
        token(c);
      }
    }
  }

  private void token(char c) {
    char next = at + 1 < sql.length() ? sql.charAt(at + 1) : ' ';
    if (c == '\'') {
      text(at);
    } else if ((c == 'E' || c == 'e' || c == 'N' || c == 'n' || c == 'r' || c == 'R')
        && next == '\'') {
      at++;
      text(at - 1);
    } else if (c == '"' || c == '`') {
      quoted(c);
    } else if (c == '[' && (Character.isLetter(next) || next == '_')) {
      quoted(']');
    } else if (c == '$' && isDollarQuote()) {
      dollar();
    } else if (Character.isLetter(c) || c == '_' || c == '@' || c == '#') {
      take(Token.Kind.WORD, "_$@#");
    } else if (Character.isDigit(c)) {
      take(Token.Kind.NUMBER, ".");
    } else {
      tokens.add(new Token(Token.Kind.SYMBOL, String.valueOf(c), line, column(at)));
      at++;
    }
  }

  private void take(Token.Kind kind, String also) {
    int start = at;
    while (at < sql.length()
        && (Character.isLetterOrDigit(sql.charAt(at)) || also.indexOf(sql.charAt(at)) >= 0)) {
      at++;
    }
    if (at == start) {
      at++;
    }
    tokens.add(new Token(kind, sql.substring(start, at), line, column(start)));
  }

  private void quoted(char close) {
    int start = at;
    int startLine = line;
    int startColumn = column(at);
    StringBuilder name = new StringBuilder();
    for (at++; at < sql.length(); at++) {
      char c = sql.charAt(at);
      boolean doubled = at + 1 < sql.length() && sql.charAt(at + 1) == close;
      if (c == '\n') {
        newLine(at);
      }
      if (c == '\\' && close == '`' && at + 1 < sql.length()) {
        name.append(sql.charAt(++at));
      } else if (c != close) {
        name.append(c);
      } else if (doubled) {
        name.append(c);
        at++;
      } else {
        at++;
        tokens.add(new Token(Token.Kind.QUOTED_NAME, name.toString(), startLine, startColumn));
        return;
      }
    }
    throw new DraftException(
        "the name that begins with " + sql.charAt(start) + " here is not closed",
        startLine,
        startColumn);
  }

  private void text(int from) {
    int startLine = line;
    int startColumn = column(from);
    StringBuilder text = new StringBuilder();
    for (at++; at < sql.length(); at++) {
      char c = sql.charAt(at);
      char next = at + 1 < sql.length() ? sql.charAt(at + 1) : 0;
      if (c == '\n') {
        newLine(at);
      }
      if (c == '\\' && (next == '\\' || (next == '\'' && !endsText(at + 2)))) {
        text.append(next);
        at++;
      } else if (c != '\'') {
        text.append(c);
      } else if (next == '\'') {
        text.append(c);
        at++;
      } else {
        at++;
        tokens.add(new Token(Token.Kind.TEXT, text.toString(), startLine, startColumn));
        return;
      }
    }
    throw new DraftException("the text that begins here is not closed", startLine, startColumn);
  }

  /**
   * Whether a quote before this place ends a text, which decides what a backslash before the quote
   * is: part of the text in standard SQL, an escape in some dialects.
   */
  private boolean endsText(int place) {
    int next = place;
    while (next < sql.length() && Character.isWhitespace(sql.charAt(next))) {
      next++;
    }
    return next >= sql.length() || ",);".indexOf(sql.charAt(next)) >= 0;
  }

  private boolean isDollarQuote() {
    int end = sql.indexOf('$', at + 1);
    return end > 0 && sql.substring(at + 1, end).matches("[A-Za-z0-9_]{0,40}");
  }

  private void dollar() {
    int startLine = line;
    int startColumn = column(at);
    String tag = sql.substring(at, sql.indexOf('$', at + 1) + 1);
    int start = at + tag.length();
    at = start;
    skipTo(tag, "the text");
    tokens.add(
        new Token(
            Token.Kind.TEXT, sql.substring(start, at - tag.length()), startLine, startColumn));
  }

  private void skipTo(String end, String what) {
    int found = sql.indexOf(end, at);
    if (found < 0) {
      throw new DraftException(what + " that begins here is not closed", line, column(at));
    }
    for (int i = at; i < found; i++) {
      if (sql.charAt(i) == '\n') {
        newLine(i);
      }
    }
    at = found + end.length();
  }

  private void newLine(int place) {
    line++;
    lineStart = place + 1;
  }

  private int column(int place) {
    return place - lineStart + 1;
  }
}
