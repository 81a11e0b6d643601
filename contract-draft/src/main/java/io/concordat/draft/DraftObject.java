package io.concordat.draft;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table, topic or file of a draft.
 *
 * @param name as readers call it
 * @param physicalName name in the store, null where it is the same
 * @param physicalType such as {@code table}
 * @param description null where the source has none
 * @param fields in the order of the source
 */
public record DraftObject(
    String name,
    @Nullable String physicalName,
    String physicalType,
    @Nullable String description,
    List<DraftField> fields) {

  public DraftObject {
    fields = List.copyOf(fields);
  }
}
