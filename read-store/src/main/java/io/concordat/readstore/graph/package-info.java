/** The lineage graph: its names and its schema. */
@NullMarked
package io.concordat.readstore.graph;

import org.jspecify.annotations.NullMarked;
