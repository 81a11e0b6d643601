package io.concordat.messages;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks of a single value's shape, shared by all records of this module. Each throws {@link
 * InvalidValue}.
 */
public final class Shape {

  private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Pattern UUID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final int SLUG_MAX = 63;

  private Shape() {}

  /**
   * A slug: lower case letters, digits and single hyphens, at most 63 characters, and not a UUID,
   * so that no name can be mistaken for the id of a proposal or an incident.
   */
  public static String slug(String field, @Nullable String value) {
    if (value == null
        || value.length() > SLUG_MAX
        || !SLUG.matcher(value).matches()
        || UUID.matcher(value).matches()) {
      throw new InvalidValue(
          field,
          "must be a slug (lower case letters, digits and single hyphens, at most 63 characters), was "
              + quoted(value));
    }
    return value;
  }

  /** One line of text: not blank, no control characters, at most {@code max} characters. */
  public static String line(String field, @Nullable String value, int max) {
    text(field, value, max);
    if (value == null || value.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidValue(field, "must be a single line without control characters");
    }
    return value;
  }

  /** Text, several lines allowed: not blank, at most {@code max} characters. */
  public static String text(String field, @Nullable String value, int max) {
    if (value == null || value.isBlank()) {
      throw new InvalidValue(field, "must not be empty");
    }
    if (value.length() > max) {
      throw new InvalidValue(
          field, "must have at most " + max + " characters, has " + value.length());
    }
    if (value.indexOf('\u0000') >= 0) {
      throw new InvalidValue(field, "must not contain the character U+0000");
    }
    return value;
  }

  /** Text that may be absent; an absent or blank one is null. */
  public static @Nullable String optionalText(String field, @Nullable String value, int max) {
    return value == null || value.isBlank() ? null : text(field, value, max);
  }

  /** A whole number between two bounds, both included. */
  public static int between(String field, int value, int low, int high) {
    if (value < low || value > high) {
      throw new InvalidValue(field, "must be between " + low + " and " + high + ", was " + value);
    }
    return value;
  }

  private static String quoted(@Nullable String value) {
    if (value == null) {
      return "nothing";
    }
    String shown = value.length() > 80 ? value.substring(0, 80) + "..." : value;
    return "'" + shown.replaceAll("\\p{Cntrl}", "?") + "'";
  }
}
