package io.concordat.cli.report;

/** Makes text that anybody may have written safe for where it is shown. */
public final class Escapes {

  private static final String MARKDOWN = "\\`*_{}[]()#+-.!|~<>&=:/";

  private Escapes() {}

  /**
   * One line for a terminal: line breaks become spaces, and what would move the cursor, change
   * colours or turn the direction of reading is written as its code point.
   */
  public static String line(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> {
          if (c == '\n' || c == '\r' || c == '\t') {
            safe.append(' ');
          } else if (hidden(c)) {
            safe.append("\\u{%x}".formatted(c));
          } else {
            safe.appendCodePoint(c);
          }
        });
    return safe.toString();
  }

  /**
   * One line of Markdown that shows the text and nothing else: no markup, no HTML, no link, and
   * nobody is mentioned.
   */
  static String markdown(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    line(text)
        .codePoints()
        .forEach(c -> {
          if (c == '<') {
            safe.append("&lt;");
          } else if (c == '>') {
            safe.append("&gt;");
          } else if (c == '&') {
            safe.append("&amp;");
          } else if (c == '@') {
            // A zero-width space keeps the sites from taking it for a person's name.
            safe.append("@\u200b");
          } else if (c == ':' || c == '/') {
            safe.appendCodePoint(c).append(c == ':' ? "\u200b" : "");
          } else if (MARKDOWN.indexOf(c) >= 0 && c != '.' && c != '-' && c != '=') {
            safe.append('\\').appendCodePoint(c);
          } else {
            safe.appendCodePoint(c);
          }
        });
    return safe.toString().replace("www.", "www\u200b.");
  }

  /** The text with characters that XML 1.0 cannot hold as U+FFFD. */
  static String xml(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints().forEach(c -> safe.appendCodePoint(isXml(c) ? c : 0xFFFD));
    return safe.toString();
  }

  /** The text of a workflow command. */
  static String githubData(String text) {
    return line(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  /** A property of a workflow command. */
  static String githubProperty(String text) {
    return githubData(text).replace(":", "%3A").replace(",", "%2C");
  }

  private static boolean isXml(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }

  /** Control characters, half characters, and the marks that turn the direction of reading. */
  private static boolean hidden(int c) {
    return Character.isISOControl(c)
        || (c >= 0xD800 && c <= 0xDFFF)
        || c == 0x200B
        || c == 0x200E
        || c == 0x200F
        || c == 0x061C
        || (c >= 0x2028 && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069)
        || c == 0xFEFF;
  }
}
