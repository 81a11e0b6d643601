/**
 * What the projections write and the query side reads: connections to both stores, and what must be
 * there before the first write.
 */
@NullMarked
package io.concordat.readstore;

import org.jspecify.annotations.NullMarked;
