/** Changes of many events, written to a store in one go. */
@NullMarked
package io.concordat.projections.batch;

import org.jspecify.annotations.NullMarked;
