/** Consumers: what reads which contracts. */
@NullMarked
package io.concordat.command.consumer;

import org.jspecify.annotations.NullMarked;
