package io.concordat.contract.shape;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Finds the word that was probably meant. */
final class Words {

  private static final int LONGEST = 40;

  private Words() {}

  /** A sentence that begins with a space, or nothing where no word is near. */
  static String suggestion(String written, Collection<String> words) {
    if (written.isEmpty() || written.length() > LONGEST) {
      return "";
    }
    int tolerated = Math.max(1, written.length() / 3);
    return words.stream()
        .filter(word -> distance(written, word) <= tolerated)
        .min(
            Comparator.comparingInt((String word) -> distance(written, word)).thenComparing(w -> w))
        .map(word -> " Did you mean '" + word + "'?")
        .orElse("");
  }

  private static int distance(String written, String word) {
    String left = written.toLowerCase(Locale.ROOT);
    String right = word.toLowerCase(Locale.ROOT);
    int[] previous = new int[right.length() + 1];
    for (int j = 0; j <= right.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int[] current = new int[right.length() + 1];
      current[0] = i;
      for (int j = 1; j <= right.length(); j++) {
        int replaced = previous[j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
      }
      previous = current;
    }
    return previous[right.length()];
  }
}
