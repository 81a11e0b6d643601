package io.concordat.server.openlineage;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** An event is not taken. */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final HttpStatus status;
  private final Code code;
  private final @Nullable String path;

  Refusal(HttpStatus status, Code code, String message, @Nullable String path) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
    this.path = path;
  }

  /** Codes of refusals, stable; told in {@code docs/errors.md}. */
  enum Code {
    LINEAGE_EVENT_MALFORMED,
    LINEAGE_EVENT_INVALID,
    LINEAGE_EVENT_TOO_LARGE,
    LINEAGE_ENCODING_UNKNOWN,
    LINEAGE_OVERLOADED,
    STORE_UNAVAILABLE
  }

  HttpStatus status() {
    return status;
  }

  Code code() {
    return code;
  }

  /** Where in the event, null where it is nowhere in particular. */
  @Nullable String path() {
    return path;
  }

  /** There is no room at present. */
  static Refusal overloaded() {
    return new Refusal(
        HttpStatus.TOO_MANY_REQUESTS,
        Code.LINEAGE_OVERLOADED,
        "Too many events wait to be stored; send this one again.",
        null);
  }
}
