package io.concordat.observation.evaluation;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Texts that come again and again, such as the ids of contracts: made once, so that they cost no
 * memory and their hash codes are known. It holds so many, of so many bytes each, and no more; a
 * text that has no place in it is made anew.
 *
 * <p>Thread safe: an entry never changes, and one that another thread does not see yet is made
 * twice.
 */
final class Names {

  private static final int PLACES = 1 << 15;
  private static final int LONGEST = 200;

  private final Entry[] entries = new Entry[PLACES];

  private record Entry(byte[] bytes, String text) {}

  /**
   * The text of a part of the body.
   *
   * @param start of the part, which is ASCII
   * @param hash any number that is the same for the same bytes
   */
  @SuppressWarnings("NullAway") // The array begins with nothing in it.
  String of(byte[] body, int start, int end, int hash) {
    int place = (hash ^ (hash >>> 15)) & (PLACES - 1);
    Entry known = entries[place];
    if (known != null && Arrays.equals(known.bytes(), 0, known.bytes().length, body, start, end)) {
      return known.text();
    }
    String text = new String(body, start, end - start, StandardCharsets.ISO_8859_1);
    if (end - start <= LONGEST) {
      entries[place] = new Entry(Arrays.copyOfRange(body, start, end), text);
    }
    return text;
  }
}
