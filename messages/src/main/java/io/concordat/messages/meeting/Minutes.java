package io.concordat.messages.meeting;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What holds for the text of minutes. */
public final class Minutes {

  /** Most characters of minutes. */
  public static final int LONGEST = 500_000;

  private Minutes() {}

  /** SHA-256 of a text's UTF-8 bytes, lower case hex. */
  public static String digest(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
