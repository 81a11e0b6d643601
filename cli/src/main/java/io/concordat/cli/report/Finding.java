package io.concordat.cli.report;

import io.concordat.messages.contract.ContractChange;
import org.jspecify.annotations.Nullable;

/**
 * One thing to say of a document.
 *
 * @param rule stable name of what was held against it: a policy's id, {@code odcs}, {@code yaml},
 *     or a row of the table of changes
 * @param path JSON path in the document, {@code $} for the whole of it
 * @param line in the document, from 1; null where it has no place of its own there
 * @param column in code points, from 1; null where it is not known
 * @param message one sentence for people, as it came: it may hold any character
 * @param change what differs; null where the finding is not of a comparison
 */
public record Finding(
    Level level,
    String rule,
    String path,
    @Nullable Integer line,
    @Nullable Integer column,
    String message,
    @Nullable ContractChange change) {

  /** The same at another level. */
  Finding at(Level other) {
    return new Finding(other, rule, path, line, column, message, change);
  }
}
