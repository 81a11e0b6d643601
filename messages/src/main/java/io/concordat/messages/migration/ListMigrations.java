package io.concordat.messages.migration;

import io.concordat.messages.Query;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.paging.Page;
import io.concordat.messages.paging.PageRequest;
import org.jspecify.annotations.Nullable;

/**
 * Asks for migrations, the latest opened first.
 *
 * @param status only these; null for all
 * @param domain only those in which this domain takes part, as the producer or with a participant;
 *     null for all
 */
public record ListMigrations(
    @Nullable MigrationStatus status, @Nullable DomainId domain, PageRequest page)
    implements Query<Page<MigrationView>> {}
