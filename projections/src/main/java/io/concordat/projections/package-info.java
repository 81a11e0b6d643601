/**
 * Event handlers that write the lineage graph and the read models. All of it can be thrown away and
 * made again from the events.
 */
@NullMarked
package io.concordat.projections;

import org.jspecify.annotations.NullMarked;
