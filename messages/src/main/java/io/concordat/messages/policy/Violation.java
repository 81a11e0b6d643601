package io.concordat.messages.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One place where a document breaks a rule.
 *
 * @param policy id of the policy; {@code odcs} where the document is not a valid ODCS contract,
 *     {@code yaml} where it cannot be read at all, {@code semver} where its version is too small a
 *     step for what has changed
 * @param severity what it means
 * @param path where, as a JSON path such as {@code $.schema[0].properties[2].classification};
 *     {@code $} for the whole document
 * @param line line in the document, from 1; null where the violation is the absence of something
 *     with no place of its own
 * @param column column in that line, from 1, in code points; null where only the line is known.
 *     Stored only where it is there, so that events of before it was known stay as they are
 * @param message what to do
 * @param waiver id of the waiver under which it does not block; null where there is none. Stored
 *     only where it is there
 */
public record Violation(
    String policy,
    Severity severity,
    String path,
    @Nullable Integer line,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer column,
    String message,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String waiver) {

  /** A violation that no waiver covers. */
  public Violation(
      String policy,
      Severity severity,
      String path,
      @Nullable Integer line,
      @Nullable Integer column,
      String message) {
    this(policy, severity, path, line, column, message, null);
  }

  /** A violation of which at most the line is known. */
  public Violation(
      String policy, Severity severity, String path, @Nullable Integer line, String message) {
    this(policy, severity, path, line, null, message, null);
  }

  /** The violation, not blocking under a waiver of this id. */
  public Violation under(String waiverId) {
    return new Violation(policy, severity, path, line, column, message, waiverId);
  }

  /** True where a document with it does not ship. */
  public boolean blocks() {
    return severity == Severity.ERROR && waiver == null;
  }
}
