package io.concordat.contract.shape;

import java.util.Comparator;

/** A version of a standard, such as 3.1.0. */
public record Edition(int major, int minor, int patch) implements Comparable<Edition> {

  /** Before every version. */
  public static final Edition FIRST = new Edition(0, 0, 0);

  private static final Comparator<Edition> ORDER =
      Comparator.comparingInt(Edition::major)
          .thenComparingInt(Edition::minor)
          .thenComparingInt(Edition::patch);

  @Override
  public int compareTo(Edition other) {
    return ORDER.compare(this, other);
  }

  /** Whether this version is another one or came after it. */
  public boolean isFrom(Edition other) {
    return compareTo(other) >= 0;
  }

  /** As documents declare it, such as {@code v3.1.0}. */
  public String declared() {
    return "v" + this;
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }
}
