package io.concordat.draft;

import java.util.ArrayList;
import java.util.List;

/** Reads pieces of SQL one after the other. */
final class TokenReader {

  private static final Token END = new Token(Token.Kind.SYMBOL, "", 0, 0);

  private final List<Token> tokens;
  private int at;

  TokenReader(List<Token> tokens) {
    this.tokens = tokens;
  }

  boolean atEnd() {
    return at >= tokens.size();
  }

  /** The next piece, which stays; at the end a symbol without text. */
  Token peek() {
    return peek(0);
  }

  Token peek(int ahead) {
    return at + ahead < tokens.size() ? tokens.get(at + ahead) : END;
  }

  Token next() {
    Token token = peek();
    at++;
    return token;
  }

  /** Takes some keywords if they are what comes next, all of them or none. */
  boolean take(String... words) {
    for (int i = 0; i < words.length; i++) {
      if (!peek(i).is(words[i])) {
        return false;
      }
    }
    at += words.length;
    return true;
  }

  /** Takes a name. */
  String name(String what) {
    Token token = peek();
    if (!token.isName()) {
      throw unexpected(what);
    }
    at++;
    return token.text();
  }

  /** Takes a name with what qualifies it, such as a schema; the parts in order. */
  List<String> qualifiedName(String what) {
    List<String> parts = new ArrayList<>();
    parts.add(name(what));
    while (peek().is(".") && peek(1).isName()) {
      at++;
      parts.add(name(what));
    }
    return List.copyOf(parts);
  }

  void expect(String symbol) {
    if (!take(symbol)) {
      throw unexpected("'" + symbol + "'");
    }
  }

  /** Passes over what stands between brackets, if an opening one comes next. */
  void skipBrackets() {
    if (!peek().is("(", "[", "{")) {
      return;
    }
    int depth = 0;
    Token open = peek();
    do {
      if (atEnd()) {
        throw new DraftException("this bracket is not closed", open.line(), open.column());
      }
      Token token = next();
      depth += token.is("(", "[", "{") ? 1 : token.is(")", "]", "}") ? -1 : 0;
    } while (depth > 0);
  }

  DraftException unexpected(String wanted) {
    Token token = atEnd() && !tokens.isEmpty() ? tokens.getLast() : peek();
    String found = atEnd() ? "the end" : "'" + token.text() + "'";
    return new DraftException(
        "expected " + wanted + ", found " + found, token.line(), token.column());
  }
}
