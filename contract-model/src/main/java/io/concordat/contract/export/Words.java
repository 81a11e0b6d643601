package io.concordat.contract.export;

import io.concordat.contract.tree.YamlText;
import java.util.Locale;
import java.util.Set;

/** What contract text has to become before it may stand in another kind of text. */
final class Words {

  private static final int LONGEST_FILE_NAME = 100;

  private Words() {}

  /**
   * A text on one line, without what could end the line, hide characters or turn their order: line
   * breaks and tabs become spaces, other control characters and bidirectional controls are shown as
   * their code point.
   */
  static String line(String text) {
    StringBuilder line = new StringBuilder();
    text.strip()
        .codePoints()
        .forEach(c -> {
          if (c == '\n' || c == '\t' || c == '\r' || c == 0x2028 || c == 0x2029 || c == 0x85) {
            line.append(' ');
          } else if (YamlText.isHidden(c)) {
            line.append("[U+%04X]".formatted(c));
          } else {
            line.appendCodePoint(c);
          }
        });
    return line.toString();
  }

  /** As {@link #line}, but line feeds stay. */
  static String lines(String text) {
    StringBuilder lines = new StringBuilder();
    text.lines().forEach(part -> lines.append(lines.isEmpty() ? "" : "\n").append(keep(part)));
    return lines.toString();
  }

  private static String keep(String part) {
    int indent = part.length() - part.stripLeading().length();
    return " ".repeat(indent) + line(part);
  }

  /**
   * A text as part of a file name: ASCII letters, digits, underscores and dots stay, everything
   * else becomes a dash; it does not begin with a dot.
   */
  static String fileName(String text) {
    StringBuilder name = new StringBuilder();
    for (char c : text.toCharArray()) {
      boolean kept =
          (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || c == '_';
      name.append(kept || (c == '.' && !name.isEmpty()) ? c : '-');
    }
    String safe =
        name.length() > LONGEST_FILE_NAME ? name.substring(0, LONGEST_FILE_NAME) : name.toString();
    return safe.isBlank() ? "unnamed" : safe;
  }

  /**
   * A name made of ASCII letters, digits and underscores that begins with a letter, not one of
   * those given already and different from them in more than case; it is added to them.
   */
  static String identifier(String text, Set<String> taken) {
    StringBuilder name = new StringBuilder();
    for (char c : text.toCharArray()) {
      boolean kept =
          (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || c == '_';
      name.append(kept ? c : '_');
    }
    if (name.isEmpty() || Character.isDigit(name.charAt(0)) || name.charAt(0) == '_') {
      name.insert(0, 'f');
    }
    String unique = name.toString();
    for (int n = 2; !taken.add(unique.toLowerCase(Locale.ROOT)); n++) {
      unique = name + "_" + n;
    }
    return unique;
  }
}
