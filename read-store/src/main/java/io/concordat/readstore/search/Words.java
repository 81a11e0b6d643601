package io.concordat.readstore.search;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text as words: runs of letters and digits in lower case. {@code settlementDate} and {@code
 * settlement_date} both give {@code settlement} and {@code date}, and {@code settlementdate} for
 * those who write it as one.
 */
public final class Words {

  private static final Pattern SEPARATOR = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern HUMP = Pattern.compile("(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})");
  private static final int LONGEST = 64;

  private Words() {}

  /** The words of a text in the order of their first occurrence, each once; none for null. */
  public static Set<String> of(@Nullable String text) {
    Set<String> words = new LinkedHashSet<>();
    if (text != null) {
      for (String run : SEPARATOR.split(text)) {
        add(words, run);
        String[] parts = HUMP.split(run);
        if (parts.length > 1) {
          for (String part : parts) {
            add(words, part);
          }
        }
      }
    }
    return words;
  }

  /** The words of several texts, joined by spaces, each once. */
  public static String joined(Iterable<? extends @Nullable String> texts) {
    Set<String> words = new LinkedHashSet<>();
    for (String text : texts) {
      words.addAll(of(text));
    }
    return String.join(" ", words);
  }

  private static void add(Set<String> words, String word) {
    if (!word.isEmpty()) {
      String lower = word.toLowerCase(Locale.ROOT);
      words.add(lower.length() > LONGEST ? lower.substring(0, LONGEST) : lower);
    }
  }
}
