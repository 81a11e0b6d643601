package io.concordat.results.file;

import org.jspecify.annotations.Nullable;

/**
 * What a tool's own free data names of Concordat: {@code concordat: {contract, version,
 * commitment}}.
 */
record Named(@Nullable String contract, @Nullable String version, @Nullable String commitment) {

  /** Reads the first of the parts that has a member {@code concordat}; names nothing otherwise. */
  static Named of(Part... free) {
    for (Part part : free) {
      Part own = part.get("concordat");
      if (own.isObject()) {
        return new Named(own.text("contract"), own.text("version"), own.text("commitment"));
      }
    }
    return new Named(null, null, null);
  }
}
