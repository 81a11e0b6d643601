package io.concordat.messages;

import java.util.Locale;

/**
 * A value that cannot be what it claims to be, whatever the state: told before any decision is
 * taken.
 */
public final class InvalidValue extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final String field;

  /**
   * Refuses a value.
   *
   * @param field name of the field in lower camel case, for example {@code requestedChange}
   * @param message what is wrong and what would be right
   */
  public InvalidValue(String field, String message) {
    super(message);
    this.field = field;
  }

  /** Name of the offending field in lower camel case. */
  public String field() {
    return field;
  }

  /** Stable error code, {@code INVALID_<FIELD>}, for example {@code INVALID_REQUESTED_CHANGE}. */
  public String code() {
    return "INVALID_" + field.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
  }
}
