package io.concordat.contract.odcs;

import io.concordat.contract.tree.Node;
import org.jspecify.annotations.Nullable;

/**
 * One of the names that a contract adds to the standard's own.
 *
 * @param value anything, as written
 */
public record CustomProperty(Locus at, String property, Node value, @Nullable String description) {}
