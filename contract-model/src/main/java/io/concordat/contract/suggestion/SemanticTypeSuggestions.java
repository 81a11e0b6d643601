package io.concordat.contract.suggestion;

import io.concordat.contract.suggestion.SemanticTypeSuggestion.Confidence;
import io.concordat.messages.policy.SemanticType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Ranks the registered semantic types for a field that has none, by its name, its logical type and
 * its pattern. Pure: the same question has the same answer.
 *
 * <p>Up to 60 points for the name: 60 where it is the type's, else 40 and 5 for each word of a
 * known ending (20 and 5 for one that says little), or 60 times the share of the words that both
 * have; 30 for the same pattern; 10 where the logical type is known and fits.
 */
public final class SemanticTypeSuggestions {

  private static final int NAME_POINTS = 60;
  private static final int ENDING_POINTS = 40;
  private static final int VAGUE_ENDING_POINTS = 20;
  private static final int POINTS_PER_WORD = 5;
  private static final int USUAL_TYPE_POINTS = 5;
  private static final int PATTERN_POINTS = 30;
  private static final int LOGICAL_TYPE_POINTS = 10;

  private SemanticTypeSuggestions() {}

  /** What one side says of a type. */
  private record Hint(int points, String reason, Confidence confidence) {}

  /**
   * The types that fit, best first, equal ones by name. A type that may not have the field's
   * logical type is never suggested, nor is one for which only the logical type speaks, but for the
   * usual meaning of a boolean, a date and a timestamp.
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
    List<String> words = NameEndings.words(name);
    return types.stream()
        .filter(type -> logicalType == null || type.logicalTypes().contains(logicalType))
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
      List<String> words,
      @Nullable String logicalType,
      @Nullable String pattern) {
    List<Hint> hints = new ArrayList<>();
    Optional.ofNullable(ending(type, words))
        .or(() -> sharedWords(type, words))
        .or(() -> usual(type, logicalType))
        .ifPresent(hints::add);
    if (pattern != null && pattern.equals(type.pattern())) {
      hints.add(new Hint(PATTERN_POINTS, "the pattern is the same", Confidence.POSSIBLE));
    }
    if (hints.isEmpty()) {
      return Optional.empty();
    }
    if (logicalType != null) {
      hints.add(
          new Hint(
              LOGICAL_TYPE_POINTS,
              "it may be of logical type " + logicalType,
              Confidence.POSSIBLE));
    }
    return Optional.of(
        new SemanticTypeSuggestion(
            type,
            hints.stream().mapToInt(Hint::points).sum(),
            hints.stream().map(Hint::reason).toList(),
            hints.stream()
                .map(Hint::confidence)
                .max(Comparator.naturalOrder())
                .orElse(Confidence.POSSIBLE)));
  }

  /** The longest ending of the name that stands for the type. */
  private static @Nullable Hint ending(SemanticType type, List<String> words) {
    for (int from = Math.max(0, words.size() - NameEndings.LONGEST); from < words.size(); from++) {
      String ending = String.join(" ", words.subList(from, words.size()));
      boolean own = ending.replace(' ', '-').equals(type.name());
      int place = own ? 0 : NameEndings.types(ending).indexOf(type.name()) + 1;
      if (own || place > 0) {
        boolean vague = NameEndings.isVague(ending);
        int points =
            own && from == 0
                ? NAME_POINTS
                : (vague ? VAGUE_ENDING_POINTS : ENDING_POINTS)
                    + POINTS_PER_WORD * (words.size() - from)
                    - Math.min(place, POINTS_PER_WORD - 1);
        return new Hint(
            points, "the name ends in " + ending, vague ? Confidence.LIKELY : Confidence.SURE);
      }
    }
    return null;
  }

  private static Optional<Hint> sharedWords(SemanticType type, List<String> words) {
    List<String> typeWords = NameEndings.words(type.name());
    Set<String> shared = new LinkedHashSet<>(typeWords);
    shared.retainAll(words);
    if (shared.isEmpty()) {
      return Optional.empty();
    }
    Set<String> all = new HashSet<>(typeWords);
    all.addAll(words);
    return Optional.of(
        new Hint(
            Math.max(1, NAME_POINTS * shared.size() / all.size()),
            "the name has " + String.join(", ", shared),
            Confidence.POSSIBLE));
  }

  private static Optional<Hint> usual(SemanticType type, @Nullable String logicalType) {
    return switch (logicalType) {
      case "boolean" -> usual(type, "flag", "a boolean", Confidence.SURE);
      case "timestamp" -> usual(type, "event-timestamp", "a timestamp", Confidence.LIKELY);
      case "date" -> usual(type, "business-date", "a date", Confidence.LIKELY);
      case null, default -> Optional.empty();
    };
  }

  private static Optional<Hint> usual(
      SemanticType type, String name, String what, Confidence confidence) {
    return type.name().equals(name)
        ? Optional.of(new Hint(USUAL_TYPE_POINTS, what + " is often that", confidence))
        : Optional.empty();
  }
}
