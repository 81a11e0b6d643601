package io.concordat.messages.observed;

import io.concordat.messages.Query;
import io.concordat.messages.paging.Page;
import io.concordat.messages.paging.PageRequest;
import org.jspecify.annotations.Nullable;

/**
 * Asks for datasets that lineage events spoke of, by namespace and name.
 *
 * @param unmatched only those that no contract stands for, or only those that one does; null for
 *     all
 * @param text to be found in the namespace or the name, in any case; null for all
 */
public record ListDatasets(@Nullable Boolean unmatched, @Nullable String text, PageRequest page)
    implements Query<Page<DatasetView>> {}
