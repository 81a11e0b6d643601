/** The {@code concordat} command, for people and for continuous integration. */
@NullMarked
package io.concordat.cli;

import org.jspecify.annotations.NullMarked;
