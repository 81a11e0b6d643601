package io.concordat.contract.odcs;

import io.concordat.contract.tree.Node;
import org.jspecify.annotations.Nullable;

/**
 * One of the names that a contract adds to the standard's own.
 *
 * @param id stable within its list, null where not given
 * @param property its name; empty where a document of before 3.1 gives none
 * @param value anything, as written; the whole entry where a document of before 3.1 gives none
 * @param description null where not given
 */
public record CustomProperty(
    Locus at, @Nullable String id, String property, Node value, @Nullable String description) {}
