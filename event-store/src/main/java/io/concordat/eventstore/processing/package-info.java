/** Event processors: what feeds them, what they do on failure, how they are asked and reset. */
@NullMarked
package io.concordat.eventstore.processing;

import org.jspecify.annotations.NullMarked;
