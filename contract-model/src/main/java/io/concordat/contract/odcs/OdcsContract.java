package io.concordat.contract.odcs;

import io.concordat.contract.SemanticVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A structurally valid ODCS 3.x contract: every section of the standard. What a document says
 * beyond the standard is in the tree under {@link #at}, where nothing is lost. Each nullable
 * component is null where not given.
 *
 * @param at the whole document
 * @param status as written
 * @param objects in document order
 * @param team without members where not given
 * @param slaDefaultElement what the service levels are promised of that name no element themselves
 * @param contractCreatedTs as written; the standard asks for a date and time in UTC
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
    @Nullable String contractCreatedTs,
    Description description,
    List<String> tags,
    List<SchemaObject> objects,
    @Nullable String slaDefaultElement,
    List<SlaProperty> slaProperties,
    Team team,
    List<Role> roles,
    List<Server> servers,
    List<SupportChannel> support,
    @Nullable Price price,
    List<AuthoritativeDefinition> authoritativeDefinitions,
    List<CustomProperty> customProperties) {

  public OdcsContract {
    tags = List.copyOf(tags);
    objects = List.copyOf(objects);
    slaProperties = List.copyOf(slaProperties);
    roles = List.copyOf(roles);
    servers = List.copyOf(servers);
    support = List.copyOf(support);
    authoritativeDefinitions = List.copyOf(authoritativeDefinitions);
    customProperties = List.copyOf(customProperties);
  }
}
