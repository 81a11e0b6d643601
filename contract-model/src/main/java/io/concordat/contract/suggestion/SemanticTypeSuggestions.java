package io.concordat.contract.suggestion;

import io.concordat.messages.policy.SemanticType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Ranks the registered semantic types for a field that has none, by its name, its logical type and
 * its pattern. Pure: the same question has the same answer.
 */
public final class SemanticTypeSuggestions {

  private static final int NAME_POINTS = 60;
  private static final int PATTERN_POINTS = 30;
  private static final int LOGICAL_TYPE_POINTS = 10;

  private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
  private static final Pattern GAP = Pattern.compile("[^a-z0-9]+");

  private SemanticTypeSuggestions() {}

  /**
   * The types that fit, best first, equal ones by name. A type that may not have the field's
   * logical type is never suggested, nor is one for which only the logical type speaks.
   *
   * @param name of the field, such as {@code customerEmail} or {@code customer_email}
   * @param logicalType of the field in ODCS; null where it is not known
   * @param pattern that the field's values match; null where it has none
   * @param types the registry
   */
  public static List<SemanticTypeSuggestion> of(
      String name,
      @Nullable String logicalType,
      @Nullable String pattern,
      List<SemanticType> types) {
    Set<String> words = words(name);
    return types.stream()
        .map(type -> suggestion(type, words, logicalType, pattern))
        .flatMap(Optional::stream)
        .sorted(
            Comparator.comparingInt(SemanticTypeSuggestion::score)
                .reversed()
                .thenComparing(suggestion -> suggestion.type().name()))
        .toList();
  }

  private static Optional<SemanticTypeSuggestion> suggestion(
      SemanticType type,
      Set<String> words,
      @Nullable String logicalType,
      @Nullable String pattern) {
    if (logicalType != null && !type.logicalTypes().contains(logicalType)) {
      return Optional.empty();
    }
    List<String> reasons = new ArrayList<>();
    Set<String> typeWords = words(type.name());
    Set<String> shared = new LinkedHashSet<>(typeWords);
    shared.retainAll(words);
    int score = 0;
    if (!shared.isEmpty()) {
      Set<String> all = new HashSet<>(typeWords);
      all.addAll(words);
      score += Math.max(1, NAME_POINTS * shared.size() / all.size());
      reasons.add("the name has " + String.join(", ", shared));
    }
    if (pattern != null && pattern.equals(type.pattern())) {
      score += PATTERN_POINTS;
      reasons.add("the pattern is the same");
    }
    if (reasons.isEmpty()) {
      return Optional.empty();
    }
    if (logicalType != null) {
      score += LOGICAL_TYPE_POINTS;
      reasons.add("it may be of logical type " + logicalType);
    }
    return Optional.of(new SemanticTypeSuggestion(type, score, reasons));
  }

  private static Set<String> words(String name) {
    String spaced = HUMP.matcher(name).replaceAll(" ").toLowerCase(Locale.ROOT);
    Set<String> words = new LinkedHashSet<>(List.of(GAP.split(spaced)));
    words.remove("");
    return words;
  }
}
