package io.concordat.contract.change;

import io.concordat.contract.SemanticVersion;
import io.concordat.messages.contract.ChangeKind;
import java.util.Optional;

/** Which number of a semantic version goes up, largest first. */
public enum Bump {
  MAJOR,
  MINOR,
  PATCH;

  /** What a worst change asks for; a document without any change asks for a patch. */
  public static Bump of(Optional<ChangeKind> worst) {
    return worst
        .map(kind ->
            switch (kind) {
              case BREAKING -> MAJOR;
              case ADDITIVE -> MINOR;
              case COSMETIC -> PATCH;
            })
        .orElse(PATCH);
  }

  /**
   * Which number is the first to go up from one version to a higher one. Pre-release and build
   * parts do not count: {@code 2.0.0-rc.1} is a major step from {@code 1.4.0}.
   */
  static Bump between(SemanticVersion lower, SemanticVersion higher) {
    if (higher.major().compareTo(lower.major()) > 0) {
      return MAJOR;
    }
    return higher.minor().compareTo(lower.minor()) > 0 ? MINOR : PATCH;
  }
}
