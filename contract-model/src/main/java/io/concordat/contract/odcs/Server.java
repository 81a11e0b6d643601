package io.concordat.contract.odcs;

import org.jspecify.annotations.Nullable;

/**
 * A place where the data is served. The fields of its type are in the tree under {@link #at}.
 *
 * @param server its identifier
 * @param type such as {@code snowflake}
 */
public record Server(Locus at, String server, String type, @Nullable String environment) {}
