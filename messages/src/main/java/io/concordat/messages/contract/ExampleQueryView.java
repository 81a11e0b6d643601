package io.concordat.messages.contract;

import org.jspecify.annotations.Nullable;

/**
 * A query that shows how to read what a contract promises.
 *
 * @param title null where it has none
 */
public record ExampleQueryView(@Nullable String title, String sql) {}
