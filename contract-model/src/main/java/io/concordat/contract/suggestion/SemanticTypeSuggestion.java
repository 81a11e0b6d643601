package io.concordat.contract.suggestion;

import io.concordat.messages.policy.SemanticType;
import java.util.List;

/**
 * A semantic type that a field may have.
 *
 * @param type the registered type
 * @param score how well it fits, 1 to 100; comparable within one answer only
 * @param reasons what speaks for it, for people; not empty
 * @param confidence how much is left for a person to look at
 */
public record SemanticTypeSuggestion(
    SemanticType type, int score, List<String> reasons, Confidence confidence) {

  /** How sure a suggestion is. */
  public enum Confidence {
    /** Some words are the same, or the pattern is. */
    POSSIBLE,
    /** The end of the name, or the logical type, is used for it; a person should look. */
    LIKELY,
    /** Name and type leave little doubt. */
    SURE
  }

  public SemanticTypeSuggestion {
    reasons = List.copyOf(reasons);
  }
}
