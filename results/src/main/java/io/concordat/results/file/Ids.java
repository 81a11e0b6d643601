package io.concordat.results.file;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Ids that are the same for the same check of the same run. */
final class Ids {

  private static final int LONGEST = 100;

  private Ids() {}

  /** The id that a list of texts has. */
  static String of(String... texts) {
    return UUID.nameUUIDFromBytes(String.join("\n", texts).getBytes(StandardCharsets.UTF_8))
        .toString();
  }

  /** A tool and its check; where that is too long, its begin and a hash of it all. */
  static String producer(String tool, String check) {
    String whole = tool + ":" + check;
    return whole.length() <= LONGEST
        ? whole
        : whole.substring(0, LONGEST - 9) + "~" + of(whole).substring(0, 8);
  }
}
