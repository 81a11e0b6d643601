package io.concordat.contract.odcs;

import io.concordat.contract.tree.Node;
import org.jspecify.annotations.Nullable;

/**
 * One of the names that a contract adds to the standard's own.
 *
 * @param id stable within its list, null where not given
 * @param value anything, as written
 * @param description null where not given
 */
public record CustomProperty(
    Locus at, @Nullable String id, String property, Node value, @Nullable String description) {}
