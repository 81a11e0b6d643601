package io.concordat.profile;

/** The shape of a text: {@code AB-2024} is {@code AA-9999}. */
public final class Shape {

  private static final int LONGEST = 32;

  private Shape() {}

  /**
   * The shape of a text: {@code A} for each letter in upper case, {@code a} for each other letter,
   * {@code 9} for each digit, a space for each white space, and everything else as it is. What
   * comes after 32 characters is written as one {@code …}.
   */
  public static String of(String text) {
    StringBuilder shape = new StringBuilder(Math.min(text.length(), LONGEST + 1));
    int seen = 0;
    for (int at = 0; at < text.length(); ) {
      int letter = text.codePointAt(at);
      if (seen++ == LONGEST) {
        return shape.append('…').toString();
      }
      shape.appendCodePoint(sign(letter));
      at += Character.charCount(letter);
    }
    return shape.toString();
  }

  private static int sign(int letter) {
    if (Character.isUpperCase(letter)) {
      return 'A';
    }
    if (Character.isLetter(letter)) {
      return 'a';
    }
    if (Character.isDigit(letter)) {
      return '9';
    }
    return Character.isWhitespace(letter) ? ' ' : letter;
  }
}
