package io.concordat.contract.export;

import java.util.List;

/** Text of a contract for tools that take their files as templates. */
final class Templates {

  private static final List<String> OPENINGS = List.of("{{", "{%", "{#", "${");

  private Templates() {}

  /**
   * A text in which no expression of Jinja and no variable begins: the two characters that could
   * begin one are put apart.
   */
  static String inert(String text) {
    String result = Words.lines(text);
    for (int pass = 0; pass < 2; pass++) {
      for (String opening : OPENINGS) {
        result = result.replace(opening, opening.charAt(0) + " " + opening.charAt(1));
      }
    }
    return result;
  }
}
