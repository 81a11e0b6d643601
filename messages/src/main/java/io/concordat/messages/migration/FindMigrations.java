package io.concordat.messages.migration;

import io.concordat.messages.Query;
import java.util.List;
import java.util.Set;

/** Asks for migrations by id; unknown ids are left out. */
public record FindMigrations(Set<MigrationId> ids) implements Query<List<MigrationView>> {}
