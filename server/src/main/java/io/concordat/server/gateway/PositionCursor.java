package io.concordat.server.gateway;

import io.concordat.messages.InvalidValue;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A position in a table as an opaque cursor. */
public final class PositionCursor {

  private PositionCursor() {}

  /** The cursor of a position. */
  public static String of(long position) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Long.toString(position).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The position of a cursor.
   *
   * @throws InvalidValue where it was not given out here
   */
  public static long position(String cursor) {
    try {
      return Long.parseLong(
          new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException unreadable) {
      throw new InvalidValue("after", "is not a cursor that was given out here");
    }
  }
}
