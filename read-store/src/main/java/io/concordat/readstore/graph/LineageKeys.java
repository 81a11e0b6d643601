package io.concordat.readstore.graph;

import io.concordat.messages.mesh.DatasetName;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Keys of what lineage events name: the parts of the name with a line feed between them. The graph
 * cannot index keys of any length, so of a longer one than {@value #LONGEST} characters the end is
 * replaced by the hash of the whole.
 */
public final class LineageKeys {

  private static final int LONGEST = 1_500;

  private LineageKeys() {}

  /** Key of a {@code Dataset}. */
  public static String dataset(DatasetName dataset) {
    return bounded(dataset.namespace() + "\n" + dataset.name());
  }

  /** Key of a {@code Job}. */
  public static String job(String namespace, String name) {
    return bounded(namespace + "\n" + name);
  }

  /**
   * Key of a {@code Column}.
   *
   * @param dataset key of its dataset
   * @param column its name, parts of a nested one joined by dots
   */
  public static String column(String dataset, String column) {
    return bounded(dataset + "\n" + column);
  }

  private static String bounded(String key) {
    if (key.length() <= LONGEST) {
      return key;
    }
    // Half of a character would be another key in the graph than here.
    int end = Character.isHighSurrogate(key.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return key.substring(0, end) + "~" + hash(key);
  }

  private static String hash(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }
}
