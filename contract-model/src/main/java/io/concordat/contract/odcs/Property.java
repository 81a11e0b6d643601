package io.concordat.contract.odcs;

import io.concordat.contract.tree.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A property of a schema object, of another property, or the items of a list. Each nullable
 * component is null where not given.
 *
 * @param id stable within its list, for references
 * @param name empty for items without one
 * @param logicalType one of the standard's types
 * @param options what narrows the logical type; all null where none are given
 * @param classification as written
 * @param primaryKeyPosition from 1; -1 where not given
 * @param partitionKeyPosition from 1; -1 where not given
 * @param encryptedName name of the property that holds the value encrypted
 * @param sources {@code transformSourceObjects} as written
 * @param transformLogic how it is made of them, as the machine reads it
 * @param transformDescription how it is made of them, in words
 * @param examples values, as written
 * @param properties of an object, in document order
 * @param items of an array
 */
public record Property(
    Locus at,
    @Nullable String id,
    String name,
    @Nullable String logicalType,
    LogicalTypeOptions options,
    @Nullable String physicalType,
    @Nullable String physicalName,
    @Nullable String description,
    @Nullable String businessName,
    @Nullable String classification,
    boolean required,
    boolean unique,
    boolean primaryKey,
    int primaryKeyPosition,
    boolean partitioned,
    int partitionKeyPosition,
    boolean criticalDataElement,
    @Nullable String encryptedName,
    List<String> tags,
    List<String> sources,
    @Nullable String transformLogic,
    @Nullable String transformDescription,
    List<Node> examples,
    List<QualityRule> quality,
    List<Relationship> relationships,
    List<AuthoritativeDefinition> authoritativeDefinitions,
    List<CustomProperty> customProperties,
    List<Property> properties,
    @Nullable Property items) {

  public Property {
    tags = List.copyOf(tags);
    sources = List.copyOf(sources);
    examples = List.copyOf(examples);
    quality = List.copyOf(quality);
    relationships = List.copyOf(relationships);
    authoritativeDefinitions = List.copyOf(authoritativeDefinitions);
    customProperties = List.copyOf(customProperties);
    properties = List.copyOf(properties);
  }
}
