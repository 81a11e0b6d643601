package io.concordat.contract.odcs;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A property of a schema object, of another property, or the items of a list. Fields that this
 * record does not have are in the tree under {@link #at}.
 *
 * @param name empty for items without one
 * @param logicalType one of the standard's types, null where not given
 * @param classification as written, null where not given
 * @param sources {@code transformSourceObjects} as written
 * @param properties of an object, in document order
 * @param items of an array, null where not given
 */
public record Property(
    Locus at,
    String name,
    @Nullable String logicalType,
    @Nullable String physicalType,
    @Nullable String physicalName,
    @Nullable String description,
    @Nullable String businessName,
    @Nullable String classification,
    boolean required,
    boolean unique,
    boolean primaryKey,
    boolean criticalDataElement,
    List<String> tags,
    List<String> sources,
    List<QualityRule> quality,
    List<CustomProperty> customProperties,
    List<Property> properties,
    @Nullable Property items) {

  public Property {
    tags = List.copyOf(tags);
    sources = List.copyOf(sources);
    quality = List.copyOf(quality);
    customProperties = List.copyOf(customProperties);
    properties = List.copyOf(properties);
  }
}
