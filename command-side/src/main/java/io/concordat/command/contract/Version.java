package io.concordat.command.contract;

import io.concordat.contract.SemanticVersion;
import io.concordat.contract.commitment.NoticePeriod;
import io.concordat.messages.policy.PolicySet;
import io.concordat.messages.policy.Verdict;
import io.concordat.messages.policy.Waiver;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One published version of a contract, as far as decisions depend on it.
 *
 * @param number semantic version
 * @param digest SHA-256 of its document
 * @param notice what it promises its readers beyond the least notice, null where nothing
 * @param standing where it is in its life
 * @param previous what it was compared with when it was published; null where nothing was there
 * @param judged under which rules it was judged last
 */
record Version(
    SemanticVersion number,
    String digest,
    @Nullable NoticePeriod notice,
    Standing standing,
    @Nullable String previous,
    Judged judged) {

  /**
   * Under which rules a version was judged.
   *
   * @param policySet number of the set
   * @param waivers ids of those that kept a violation from blocking
   */
  record Judged(int policySet, Set<String> waivers) {

    Judged {
      waivers = Set.copyOf(waivers);
    }

    static Judged by(Verdict verdict) {
      return new Judged(verdict.policySet(), Set.copyOf(verdict.waivers()));
    }

    /** Whether the set says the same of the version at an instant, for all that is known here. */
    boolean holds(PolicySet set, Instant at) {
      return policySet == set.number()
          && set.waivers().stream()
              .filter(waiver -> waiver.holds(at))
              .map(Waiver::id)
              .collect(Collectors.toSet())
              .containsAll(waivers);
    }
  }

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
    return new Version(number, digest, notice, next, previous, judged);
  }

  /** The same version after it was judged again. */
  Version with(Judged again) {
    return new Version(number, digest, notice, standing, previous, again);
  }

  /** Whether readers can rely on it. */
  boolean isServed() {
    return switch (standing) {
      case Active(), Deprecated(var _) -> true;
      case Retired() -> false;
    };
  }

  /** Whether the version is in force and another one begins a new major line after it. */
  boolean isBrokenBy(SemanticVersion successor) {
    return standing instanceof Active
        && !successor.isPreRelease()
        && successor.isMajorAfter(number);
  }
}
