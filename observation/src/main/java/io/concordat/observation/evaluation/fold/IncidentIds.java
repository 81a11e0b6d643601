package io.concordat.observation.evaluation.fold;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Ids that follow from what they are for, so that making one twice makes one. */
public final class IncidentIds {

  private IncidentIds() {}

  /**
   * A UUID of the shape of version 7, whose random part is a SHA-256 of its key.
   *
   * @param part which of several turns of the commitment that one row brought about, from 0
   * @param at milliseconds since 1970 UTC
   */
  public static UUID of(String contract, String commitment, long position, int part, long at) {
    String key = contract + "\n" + commitment + "\n" + position + (part == 0 ? "" : "." + part);
    ByteBuffer digest = ByteBuffer.wrap(sha256(key));
    long high = at << 16 | 0x7000 | digest.getShort() & 0x0fff;
    long low = digest.getLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }
}
