package io.concordat.contract.odps;

import io.concordat.contract.odcs.AuthoritativeDefinition;
import io.concordat.contract.odcs.CustomProperty;
import io.concordat.contract.odcs.Description;
import io.concordat.contract.odcs.Locus;
import io.concordat.contract.odcs.SupportChannel;
import io.concordat.contract.odcs.Team;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A structurally valid ODPS document. Each nullable component is null where not given.
 *
 * @param at the whole document
 * @param team without members where not given
 * @param productCreatedTs as written
 */
public record OdpsProduct(
    Locus at,
    String apiVersion,
    String id,
    String status,
    @Nullable String name,
    @Nullable String version,
    @Nullable String domain,
    @Nullable String tenant,
    @Nullable String productCreatedTs,
    Description description,
    List<String> tags,
    List<InputPort> inputPorts,
    List<OutputPort> outputPorts,
    List<ManagementPort> managementPorts,
    List<SupportChannel> support,
    Team team,
    List<AuthoritativeDefinition> authoritativeDefinitions,
    List<CustomProperty> customProperties) {

  public OdpsProduct {
    tags = List.copyOf(tags);
    inputPorts = List.copyOf(inputPorts);
    outputPorts = List.copyOf(outputPorts);
    managementPorts = List.copyOf(managementPorts);
    support = List.copyOf(support);
    authoritativeDefinitions = List.copyOf(authoritativeDefinitions);
    customProperties = List.copyOf(customProperties);
  }
}
