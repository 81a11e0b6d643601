package io.concordat.contract.tree;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Texts as they are written in YAML and JSON. */
public final class YamlText {

  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z_][A-Za-z0-9_./+-]*(?: [A-Za-z0-9_./()+;][A-Za-z0-9_.,/()+;'-]*)*");

  private static final Set<String> OTHER_THAN_TEXT =
      Set.of("true", "false", "yes", "no", "on", "off", "y", "n", "null");

  private YamlText() {}

  /**
   * A text as a scalar on one line, without quotes where every YAML reader takes it as that text
   * then, in double quotes otherwise.
   */
  public static String scalar(String text) {
    boolean plain =
        text.length() <= 1_000
            && PLAIN.matcher(text).matches()
            && !OTHER_THAN_TEXT.contains(text.toLowerCase(Locale.ROOT));
    return plain ? text : quoted(text);
  }

  /**
   * A text in double quotes, the same in YAML and JSON. Control characters, invisible ones and
   * those that turn the direction of text are escaped.
   */
  public static String quoted(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        default -> {
          boolean pair =
              Character.isHighSurrogate(c)
                  && i + 1 < text.length()
                  && Character.isLowSurrogate(text.charAt(i + 1));
          if (pair) {
            quoted.append(c).append(text.charAt(++i));
          } else if (isHidden(c)) {
            quoted.append("\\u%04x".formatted((int) c));
          } else {
            quoted.append(c);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }

  /** Whether a character is a control, invisible, half of one, or turns the direction of text. */
  public static boolean isHidden(int c) {
    int type = Character.getType(c);
    return Character.isISOControl(c)
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }
}
