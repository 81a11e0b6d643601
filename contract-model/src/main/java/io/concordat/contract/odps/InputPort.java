package io.concordat.contract.odps;

import io.concordat.contract.odcs.AuthoritativeDefinition;
import io.concordat.contract.odcs.CustomProperty;
import io.concordat.contract.odcs.Locus;
import java.util.List;

/**
 * What a product takes in. Its key is its name with its version.
 *
 * @param contractId as written
 */
public record InputPort(
    Locus at,
    String name,
    String version,
    String contractId,
    List<String> tags,
    List<AuthoritativeDefinition> authoritativeDefinitions,
    List<CustomProperty> customProperties) {

  public InputPort {
    tags = List.copyOf(tags);
    authoritativeDefinitions = List.copyOf(authoritativeDefinitions);
    customProperties = List.copyOf(customProperties);
  }
}
