package io.concordat.messages.observed;

import io.concordat.messages.Query;
import java.util.Optional;

/** Asks for the dataset of an id that {@link ListDatasets} has given; empty where there is none. */
public record FindDataset(String id) implements Query<Optional<DatasetView>> {}
