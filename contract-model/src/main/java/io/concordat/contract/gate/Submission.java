package io.concordat.contract.gate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A document that asks to pass.
 *
 * @param contractId as which it is submitted; the document's own id must be the same
 * @param document YAML or JSON
 * @param previousDocument of the version before it; null where there is none. What cannot be read
 *     as a contract any more counts as none
 * @param at when it is judged, which decides whether a waiver holds, UTC
 */
public record Submission(
    String contractId, String document, @Nullable String previousDocument, Instant at) {

  /** A first version. */
  public static Submission first(String contractId, String document, Instant at) {
    return new Submission(contractId, document, null, at);
  }
}
