package io.concordat.contract;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A version by Semantic Versioning 2.0.0. The natural order is its precedence with build metadata
 * as the tie breaker, so that it is consistent with equals; {@link #comparePrecedence} leaves build
 * metadata out, as the specification does.
 *
 * @param major from 0, no upper limit
 * @param minor from 0, no upper limit
 * @param patch from 0, no upper limit
 * @param preRelease identifiers after the hyphen, empty for a release
 * @param build identifiers after the plus sign, mostly empty
 */
public record SemanticVersion(
    BigInteger major,
    BigInteger minor,
    BigInteger patch,
    List<String> preRelease,
    List<String> build)
    implements Comparable<SemanticVersion> {

  /**
   * What readers take for the newest: a release comes after every pre-release, whatever their
   * numbers; apart from that by precedence.
   */
  public static final Comparator<SemanticVersion> BY_RELEASE =
      Comparator.<SemanticVersion, Boolean>comparing(version -> !version.isPreRelease())
          .thenComparing(SemanticVersion::comparePrecedence);

  private static final int MAX_LENGTH = 100;

  private static final Pattern FORM =
      Pattern.compile(
          "(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)"
              + "(?:-([0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*))?"
              + "(?:\\+([0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*))?");

  public SemanticVersion {
    preRelease = List.copyOf(preRelease);
    build = List.copyOf(build);
  }

  /** Reads a version such as {@code 1.4.0} or {@code 2.0.0-rc.1}; empty where it is not one. */
  public static Optional<SemanticVersion> parse(String text) {
    if (text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    List<String> preRelease = identifiers(matcher.group(4));
    if (preRelease.stream().anyMatch(SemanticVersion::hasLeadingZero)) {
      return Optional.empty();
    }
    return Optional.of(
        new SemanticVersion(
            new BigInteger(matcher.group(1)),
            new BigInteger(matcher.group(2)),
            new BigInteger(matcher.group(3)),
            preRelease,
            identifiers(matcher.group(5))));
  }

  /**
   * Reads a version that is known to be well formed.
   *
   * @throws IllegalArgumentException where it is not
   */
  public static SemanticVersion of(String text) {
    return parse(text)
        .orElseThrow(() -> new IllegalArgumentException("not a semantic version: '" + text + "'"));
  }

  /**
   * True where this version starts a new major line after the other: its major number is higher.
   */
  public boolean isMajorAfter(SemanticVersion other) {
    return major.compareTo(other.major) > 0;
  }

  /** True for versions such as {@code 2.0.0-rc.1}. */
  public boolean isPreRelease() {
    return !preRelease.isEmpty();
  }

  /** Negative, zero or positive as this version comes before, level with or after the other. */
  public int comparePrecedence(SemanticVersion other) {
    int result = major.compareTo(other.major);
    if (result == 0) {
      result = minor.compareTo(other.minor);
    }
    if (result == 0) {
      result = patch.compareTo(other.patch);
    }
    if (result == 0 && isPreRelease() != other.isPreRelease()) {
      return isPreRelease() ? -1 : 1;
    }
    return result == 0 ? compareIdentifiers(preRelease, other.preRelease) : result;
  }

  @Override
  public int compareTo(SemanticVersion other) {
    int result = comparePrecedence(other);
    return result == 0 ? compareIdentifiers(build, other.build) : result;
  }

  @Override
  public String toString() {
    return major
        + "."
        + minor
        + "."
        + patch
        + (preRelease.isEmpty() ? "" : "-" + String.join(".", preRelease))
        + (build.isEmpty() ? "" : "+" + String.join(".", build));
  }

  private static List<String> identifiers(@Nullable String dotted) {
    return dotted == null ? List.of() : List.of(dotted.split("\\.", -1));
  }

  private static boolean hasLeadingZero(String identifier) {
    return identifier.length() > 1 && identifier.charAt(0) == '0' && isNumeric(identifier);
  }

  private static boolean isNumeric(String identifier) {
    return identifier.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static int compareIdentifiers(List<String> left, List<String> right) {
    int common = Math.min(left.size(), right.size());
    for (int i = 0; i < common; i++) {
      int result = compareIdentifier(left.get(i), right.get(i));
      if (result != 0) {
        return result;
      }
    }
    return Integer.compare(left.size(), right.size());
  }

  private static int compareIdentifier(String left, String right) {
    boolean leftNumeric = isNumeric(left);
    boolean rightNumeric = isNumeric(right);
    if (leftNumeric && rightNumeric) {
      int result = new BigInteger(left).compareTo(new BigInteger(right));
      return result == 0 ? left.compareTo(right) : result;
    }
    if (leftNumeric != rightNumeric) {
      return leftNumeric ? -1 : 1;
    }
    return left.compareTo(right);
  }
}
