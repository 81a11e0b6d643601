package io.concordat.messages.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two documents of a contract, compared.
 *
 * @param from version of the one before
 * @param to version of the one after
 * @param changes worst first; empty where both promise the same
 * @param suggestedVersion the smallest release after {@code from} that is a large enough step
 */
public record ComparisonView(
    String from, String to, List<ContractChange> changes, String suggestedVersion) {

  public ComparisonView {
    changes = List.copyOf(changes);
  }

  /** The kind of the worst change; null where there is none. */
  public @Nullable ChangeKind worst() {
    return changes.isEmpty() ? null : changes.getFirst().kind();
  }
}
