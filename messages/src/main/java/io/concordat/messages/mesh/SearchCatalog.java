package io.concordat.messages.mesh;

import io.concordat.messages.Query;
import io.concordat.messages.paging.Page;
import io.concordat.messages.paging.PageRequest;
import org.jspecify.annotations.Nullable;

/**
 * Asks for discoverable products, best match first where a text is given, else sorted by id.
 *
 * @param text words to look for in names, descriptions, fields, tags and owners; null for all
 * @param domain only products of this domain; null for all
 * @param drifting only products of which a contract has drifted from the rules, or only those of
 *     which none has; null for all
 */
public record SearchCatalog(
    @Nullable String text, @Nullable DomainId domain, @Nullable Boolean drifting, PageRequest page)
    implements Query<Page<DataProductView>> {}
