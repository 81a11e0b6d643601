package io.concordat.contract.odcs;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A role that gives access to the data; each text is null where not given.
 *
 * @param role its name
 * @param access such as {@code read}
 * @param firstLevelApprovers names as written
 * @param secondLevelApprovers names as written
 */
public record Role(
    Locus at,
    @Nullable String id,
    String role,
    @Nullable String access,
    @Nullable String description,
    @Nullable String firstLevelApprovers,
    @Nullable String secondLevelApprovers,
    List<CustomProperty> customProperties) {

  public Role {
    customProperties = List.copyOf(customProperties);
  }
}
