/** Consumers, and whether a version can be taken off, from the command line. */
@NullMarked
package io.concordat.cli.consumer;

import org.jspecify.annotations.NullMarked;
