package io.concordat.contract.odcs;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a contract says of its data in words; each text is null where not given. Other names that a
 * contract may write here are in the tree.
 *
 * @param purpose what the data is for
 * @param usage how it is meant to be used
 * @param limitations where it does not fit
 */
public record Description(
    @Nullable String purpose,
    @Nullable String usage,
    @Nullable String limitations,
    List<AuthoritativeDefinition> authoritativeDefinitions,
    List<CustomProperty> customProperties) {

  public Description {
    authoritativeDefinitions = List.copyOf(authoritativeDefinitions);
    customProperties = List.copyOf(customProperties);
  }
}
