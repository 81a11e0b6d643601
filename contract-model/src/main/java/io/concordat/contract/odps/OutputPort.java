package io.concordat.contract.odps;

import io.concordat.contract.odcs.AuthoritativeDefinition;
import io.concordat.contract.odcs.CustomProperty;
import io.concordat.contract.odcs.Locus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a product offers. Its key is its name with its version: a new major version is a new port.
 * Each nullable component is null where not given.
 *
 * @param contractId as written
 * @param type such as {@code tables}
 * @param billsOfMaterials {@code sbom}
 * @param inputContracts what it is made of
 */
public record OutputPort(
    Locus at,
    String name,
    String version,
    @Nullable String contractId,
    @Nullable String type,
    @Nullable String description,
    List<BillOfMaterials> billsOfMaterials,
    List<InputContract> inputContracts,
    List<String> tags,
    List<AuthoritativeDefinition> authoritativeDefinitions,
    List<CustomProperty> customProperties) {

  /**
   * A list of the software that a port is made with.
   *
   * @param type null where not given
   */
  public record BillOfMaterials(Locus at, @Nullable String type, String url) {}

  public OutputPort {
    billsOfMaterials = List.copyOf(billsOfMaterials);
    inputContracts = List.copyOf(inputContracts);
    tags = List.copyOf(tags);
    authoritativeDefinitions = List.copyOf(authoritativeDefinitions);
    customProperties = List.copyOf(customProperties);
  }
}
