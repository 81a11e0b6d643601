package io.concordat.messages.contract;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.concordat.messages.mesh.DatasetName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What readers search and link by in one schema object.
 *
 * @param physicalName name in the store, null where not given
 * @param fields all fields, nested ones too, in document order
 * @param datasets how lineage events name it, one or more for each server; empty where the servers
 *     do not tell, and for versions that were published before it was told
 */
public record ObjectOutline(
    String name,
    @Nullable String physicalName,
    @Nullable String description,
    List<FieldOutline> fields,
    @JsonSetter(nulls = Nulls.AS_EMPTY, contentNulls = Nulls.FAIL) List<DatasetName> datasets) {

  public ObjectOutline {
    fields = List.copyOf(fields);
    datasets = List.copyOf(datasets);
  }
}
