package io.concordat.messages.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What readers search and link by in one schema object.
 *
 * @param physicalName name in the store, null where not given
 * @param fields all fields, nested ones too, in document order
 */
public record ObjectOutline(
    String name,
    @Nullable String physicalName,
    @Nullable String description,
    List<FieldOutline> fields) {

  public ObjectOutline {
    fields = List.copyOf(fields);
  }
}
