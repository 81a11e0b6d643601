package io.concordat.queryside.observed;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Ids of datasets as answers have them: the key in the graph, as URL-safe Base64. So an id is the
 * same after a rebuild, has neither a slash nor a hash, and is never that of a contract.
 */
public final class DatasetIds {

  private DatasetIds() {}

  /** The id of the dataset with a key. */
  public static String of(String key) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(key.getBytes(StandardCharsets.UTF_8));
  }

  /** The key that an id stands for; empty where it can be no dataset's. */
  public static Optional<String> key(String id) {
    try {
      return Optional.of(new String(Base64.getUrlDecoder().decode(id), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }
}
