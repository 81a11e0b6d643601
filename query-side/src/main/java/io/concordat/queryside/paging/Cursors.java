package io.concordat.queryside.paging;

import io.concordat.messages.InvalidValue;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Cursors: a sort key, marked and in base64url without padding, so that nobody is tempted to read
 * it. It stays valid when other elements come and go, also when its own element goes.
 */
final class Cursors {

  private static final String MARK = "k1:";

  private Cursors() {}

  static String of(String key) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((MARK + key).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The sort key of a cursor; null for null.
   *
   * @param field name of the argument, for the error
   * @throws InvalidValue where the text is not a cursor
   */
  static @Nullable String key(String field, @Nullable String cursor) {
    if (cursor == null) {
      return null;
    }
    try {
      String marked = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      if (marked.startsWith(MARK)) {
        return marked.substring(MARK.length());
      }
    } catch (IllegalArgumentException notBase64) {
      throw unreadable(field);
    }
    throw unreadable(field);
  }

  private static InvalidValue unreadable(String field) {
    return new InvalidValue(field, "must be a cursor that this list has given out");
  }
}
