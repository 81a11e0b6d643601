package io.concordat.contract.odps;

import io.concordat.messages.policy.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What reading a document gave.
 *
 * @param product null where there are violations
 * @param violations of the policies {@code yaml} and {@code odps}, the most specific first
 */
public record OdpsResult(@Nullable OdpsProduct product, List<Violation> violations) {

  public OdpsResult {
    violations = List.copyOf(violations);
  }
}
