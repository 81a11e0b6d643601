package io.concordat.messages.contract;

import io.concordat.messages.Shape;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Has a deprecated version served for longer than it was promised. A promise is only ever made
 * longer; the day that stands already changes nothing.
 *
 * <p>Emits {@code contract.support-extended}; rejects with {@code CONTRACT_NOT_FOUND}, {@code
 * CONTRACT_VERSION_NOT_FOUND}, {@code CONTRACT_VERSION_NOT_DEPRECATED}, {@code
 * CONTRACT_VERSION_RETIRED}, {@code CONTRACT_SUPPORT_NOT_SHORTENED}, {@code
 * CONTRACT_SUPPORT_TOO_LONG}, {@code NOT_ALLOWED}.
 *
 * @param version such as {@code 1.4.0}
 * @param until new end of support, UTC; cut to milliseconds, which is what the clock counts
 */
public record ExtendSupport(ContractId contract, String version, Instant until)
    implements ContractCommand {

  public ExtendSupport {
    Shape.line("version", version, 100);
    until = until.truncatedTo(ChronoUnit.MILLIS);
  }

  @Override
  public String stream() {
    return contract.stream();
  }
}
