package io.concordat.contract.odcs;

import io.concordat.contract.SemanticVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A structurally valid ODCS 3.x contract. What this record does not have is in the tree under
 * {@link #at}, where nothing is lost.
 *
 * @param at the whole document
 * @param status as written
 * @param objects in document order
 * @param team from both forms that the standard knows
 */
public record OdcsContract(
    Locus at,
    String apiVersion,
    String id,
    SemanticVersion version,
    String status,
    @Nullable String name,
    @Nullable String domain,
    @Nullable String dataProduct,
    @Nullable String tenant,
    Description description,
    List<String> tags,
    List<SchemaObject> objects,
    List<SlaProperty> slaProperties,
    List<TeamMember> team,
    List<Server> servers,
    List<CustomProperty> customProperties) {

  public OdcsContract {
    tags = List.copyOf(tags);
    objects = List.copyOf(objects);
    slaProperties = List.copyOf(slaProperties);
    team = List.copyOf(team);
    servers = List.copyOf(servers);
    customProperties = List.copyOf(customProperties);
  }
}
