/** The only door by which commands reach aggregates. */
@NullMarked
package io.concordat.eventstore.command;

import org.jspecify.annotations.NullMarked;
