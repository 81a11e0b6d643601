package io.concordat.contract.odcs;

import io.concordat.messages.policy.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What reading a document gave.
 *
 * @param contract null where there are violations
 * @param version as the document gives it, null where it could not be read
 * @param violations of the policies {@code yaml} and {@code odcs}, the most specific first: what is
 *     wrong inside an element comes before what is wrong with it as a whole, otherwise in document
 *     order
 */
public record ReadResult(
    @Nullable OdcsContract contract, @Nullable String version, List<Violation> violations) {

  public ReadResult {
    violations = List.copyOf(violations);
  }
}
