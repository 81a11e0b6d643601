/** Ordered appends that share their fsync: many units of work, one transaction. */
@NullMarked
package io.concordat.eventstore.append;

import org.jspecify.annotations.NullMarked;
