package io.concordat.sample.compliance;

/** Numbers that look like chance and are the same in every run. */
final class Chance {

  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;
  private static final double UNIT = 0x1.0p-53;

  private Chance() {}

  /** A number from 0, included, to 1, excluded, that depends on the name only. */
  static double of(String name) {
    long hash = FNV_OFFSET;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * FNV_PRIME;
    }
    return (mix(hash) >>> 11) * UNIT;
  }

  /** A number from {@code low} to {@code high} that depends on the name only. */
  static double between(double low, double high, String name) {
    return low + (high - low) * of(name);
  }

  /** The finisher of MurmurHash3: spreads similar names over the whole range. */
  private static long mix(long hash) {
    long mixed = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ (mixed >>> 33);
  }
}
