package io.concordat.contract.odcs;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table, topic, file or other object of a contract's schema.
 *
 * @param physicalName name in the store, null where not given
 * @param physicalType such as {@code table}, null where not given
 */
public record SchemaObject(
    Locus at,
    String name,
    @Nullable String physicalName,
    @Nullable String physicalType,
    @Nullable String description,
    @Nullable String businessName,
    @Nullable String dataGranularity,
    List<String> tags,
    List<QualityRule> quality,
    List<CustomProperty> customProperties,
    List<Property> properties) {

  public SchemaObject {
    tags = List.copyOf(tags);
    quality = List.copyOf(quality);
    customProperties = List.copyOf(customProperties);
    properties = List.copyOf(properties);
  }
}
