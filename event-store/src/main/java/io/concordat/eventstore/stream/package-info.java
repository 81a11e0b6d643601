/** Reading single event streams. */
@NullMarked
package io.concordat.eventstore.stream;

import org.jspecify.annotations.NullMarked;
