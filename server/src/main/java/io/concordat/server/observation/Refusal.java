package io.concordat.server.observation;

import org.springframework.http.HttpStatus;

/** A batch is not taken. */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Code code;

  Refusal(Code code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  /** Codes of refusals, stable; told in {@code docs/errors.md}. */
  enum Code {
    OBSERVATIONS_MALFORMED(HttpStatus.BAD_REQUEST),
    OBSERVATIONS_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
    OBSERVATIONS_ENCODING_UNKNOWN(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    OBSERVATIONS_NOT_YOURS(HttpStatus.FORBIDDEN),
    RESULTS_TOOL_UNKNOWN(HttpStatus.NOT_FOUND),
    OBSERVATIONS_OVERLOADED(HttpStatus.TOO_MANY_REQUESTS),
    IDEMPOTENCY_KEY_REUSED(HttpStatus.UNPROCESSABLE_CONTENT),
    STORE_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE);

    private final HttpStatus status;

    Code(HttpStatus status) {
      this.status = status;
    }
  }

  HttpStatus status() {
    return code.status;
  }

  Code code() {
    return code;
  }

  /** There is no room at present. */
  static Refusal overloaded() {
    return new Refusal(
        Code.OBSERVATIONS_OVERLOADED, "Too many batches wait to be stored; send this one again.");
  }

  static Refusal unavailable() {
    return new Refusal(
        Code.STORE_UNAVAILABLE,
        "PostgreSQL cannot be reached at present; send the batch again with the same key.");
  }
}
