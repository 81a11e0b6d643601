package io.concordat.messages.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What readers search and link by in one field.
 *
 * @param path within its object, names joined by dots, {@code []} for array items
 * @param physicalName name in the store, null where not given, and for versions that were published
 *     before it was told
 * @param logicalType ODCS logical type, null where not given
 * @param semanticType name in the global type system, null where not given
 * @param classification as written, null where not given
 * @param required whether a value is always there
 * @param sources fields that it derives from, as written in {@code transformSourceObjects}
 */
public record FieldOutline(
    String path,
    @Nullable String physicalName,
    @Nullable String logicalType,
    @Nullable String semanticType,
    @Nullable String classification,
    boolean required,
    @Nullable String description,
    List<String> sources) {

  public FieldOutline {
    sources = List.copyOf(sources);
  }
}
