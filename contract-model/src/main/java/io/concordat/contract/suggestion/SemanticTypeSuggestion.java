package io.concordat.contract.suggestion;

import io.concordat.messages.policy.SemanticType;
import java.util.List;

/**
 * A semantic type that a field may have.
 *
 * @param type the registered type
 * @param score how well it fits, 1 to 100; comparable within one answer only
 * @param reasons what speaks for it, for people; not empty
 */
public record SemanticTypeSuggestion(SemanticType type, int score, List<String> reasons) {

  public SemanticTypeSuggestion {
    reasons = List.copyOf(reasons);
  }
}
