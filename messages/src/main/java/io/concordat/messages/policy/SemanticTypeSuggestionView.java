package io.concordat.messages.policy;

import java.util.List;

/**
 * A semantic type that a field may map to.
 *
 * @param score 1 to 100; the higher, the better it fits
 * @param reasons why, for people; not empty
 */
public record SemanticTypeSuggestionView(SemanticType type, int score, List<String> reasons) {

  public SemanticTypeSuggestionView {
    reasons = List.copyOf(reasons);
  }
}
