package io.concordat.contract.change;

import io.concordat.contract.SemanticVersion;
import java.math.BigInteger;
import java.util.List;

/**
 * Which version a changed document must have.
 *
 * <p>Major version zero is no exception: a contract that has passed the gate has readers, and a
 * break asks for the next major version, with its window. A pre-release promises nothing: what
 * follows one may change in any way and is the release of the same numbers. Documents are therefore
 * held against the latest release, not against a pre-release that came after it.
 *
 * @param required the smallest step that fits the worst change
 * @param next the smallest release that takes this step
 */
public record VersionAdvice(SemanticVersion latest, Bump required, SemanticVersion next) {

  /**
   * Advises on what follows a version.
   *
   * @param latest the latest release; a pre-release only where there is no release yet
   */
  public static VersionAdvice of(SemanticVersion latest, Comparison comparison) {
    if (latest.isPreRelease()) {
      return new VersionAdvice(
          latest, Bump.PATCH, release(latest.major(), latest.minor(), latest.patch()));
    }
    Bump required = Bump.of(comparison.worst());
    SemanticVersion next =
        switch (required) {
          case MAJOR ->
              release(latest.major().add(BigInteger.ONE), BigInteger.ZERO, BigInteger.ZERO);
          case MINOR ->
              release(latest.major(), latest.minor().add(BigInteger.ONE), BigInteger.ZERO);
          case PATCH -> release(latest.major(), latest.minor(), latest.patch().add(BigInteger.ONE));
        };
    return new VersionAdvice(latest, required, next);
  }

  /** Whether a version is higher than the latest, and at least the step that is required. */
  public boolean fits(SemanticVersion wanted) {
    return wanted.comparePrecedence(latest) > 0
        && (latest.isPreRelease() || Bump.between(latest, wanted).compareTo(required) <= 0);
  }

  private static SemanticVersion release(BigInteger major, BigInteger minor, BigInteger patch) {
    return new SemanticVersion(major, minor, patch, List.of(), List.of());
  }
}
