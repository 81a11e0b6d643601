package io.concordat.server.profiles;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Why a profile, or one field of it, was not taken.
 *
 * @param code stable; told in {@code docs/errors.md}
 * @param path where, such as {@code $.fields['thing.amount']}; left out where it is all of it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(String code, String message, @Nullable String path) {

  static final String MALFORMED = "PROFILE_MALFORMED";
  static final String INVALID = "PROFILE_INVALID";
  static final String TOO_LARGE = "PROFILE_TOO_LARGE";
  static final String ENCODING = "PROFILE_ENCODING_UNKNOWN";
  static final String STORE = "STORE_UNAVAILABLE";
}
