package io.concordat.server.reads;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Why reads, or one of them, were not taken.
 *
 * @param index which of the list, from 0; left out where it is about all of them
 * @param path where in the read, left out where it is nowhere in particular
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(Code code, String message, @Nullable Integer index, @Nullable String path) {

  /** Codes of problems, stable; told in {@code docs/errors.md}. */
  enum Code {
    READS_MALFORMED,
    READS_TOO_LARGE,
    READ_INVALID,
    READ_CONTRACT_NOT_FOUND,
    READ_VERSION_NOT_FOUND,
    READ_READERS_FULL,
    STORE_UNAVAILABLE
  }
}
