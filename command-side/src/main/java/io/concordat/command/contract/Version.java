package io.concordat.command.contract;

import io.concordat.contract.SemanticVersion;
import io.concordat.contract.commitment.NoticePeriod;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One published version of a contract, as far as decisions depend on it.
 *
 * @param number semantic version
 * @param digest SHA-256 of its document
 * @param notice what it promises its readers beyond the least notice, null where nothing
 * @param standing where it is in its life
 */
record Version(
    SemanticVersion number, String digest, @Nullable NoticePeriod notice, Standing standing) {

  /** Where a version is in its life. */
  sealed interface Standing {}

  /** In force, without a successor that breaks it. */
  record Active() implements Standing {}

  /**
   * Served beside its successor.
   *
   * @param supportedUntil UTC; nobody can retire it before
   */
  @SuppressWarnings("AvoidCommonTypeNames") // the word that events and people use
  record Deprecated(Instant supportedUntil) implements Standing {}

  /** No longer served. */
  record Retired() implements Standing {}

  /** Whether this is the version of that number as text. */
  boolean isNumbered(String text) {
    return number.toString().equals(text);
  }

  /** The same version at another point of its life. */
  Version with(Standing next) {
    return new Version(number, digest, notice, next);
  }

  /** Whether the version is in force and another one begins a new major line after it. */
  boolean isBrokenBy(SemanticVersion successor) {
    return standing instanceof Active
        && !successor.isPreRelease()
        && successor.isMajorAfter(number);
  }
}
