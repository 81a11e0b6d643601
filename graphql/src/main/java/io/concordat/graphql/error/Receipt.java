package io.concordat.graphql.error;

import io.concordat.graphql.gateway.Written;
import org.jspecify.annotations.Nullable;

/** What became of a mutation, as clients see it. */
public record Receipt(@Nullable Long position, @Nullable Long revision, boolean readable) {

  /** From what was written. */
  public static Receipt of(Written written) {
    return new Receipt(written.position(), written.revision(), written.readable());
  }
}
