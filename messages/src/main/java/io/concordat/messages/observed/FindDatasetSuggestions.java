package io.concordat.messages.observed;

import io.concordat.messages.Query;
import io.concordat.messages.mesh.DatasetName;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Asks which contracts may be about datasets, by their names; up to five each, the likeliest first.
 */
public record FindDatasetSuggestions(Set<DatasetName> datasets)
    implements Query<Map<DatasetName, List<DatasetSuggestion>>> {

  public FindDatasetSuggestions {
    datasets = Set.copyOf(datasets);
  }
}
