package io.concordat.contract.odcs;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table, topic, file or other object of a contract's schema. Each nullable component is null
 * where not given.
 *
 * @param id stable within the schema, for references
 * @param physicalName name in the store
 * @param physicalType such as {@code table}
 * @param dataGranularity {@code dataGranularityDescription}
 * @param properties in document order
 */
public record SchemaObject(
    Locus at,
    @Nullable String id,
    String name,
    @Nullable String physicalName,
    @Nullable String physicalType,
    @Nullable String description,
    @Nullable String businessName,
    @Nullable String dataGranularity,
    List<String> tags,
    List<QualityRule> quality,
    List<Relationship> relationships,
    List<AuthoritativeDefinition> authoritativeDefinitions,
    List<CustomProperty> customProperties,
    List<Property> properties) {

  public SchemaObject {
    tags = List.copyOf(tags);
    quality = List.copyOf(quality);
    relationships = List.copyOf(relationships);
    authoritativeDefinitions = List.copyOf(authoritativeDefinitions);
    customProperties = List.copyOf(customProperties);
    properties = List.copyOf(properties);
  }
}
