/** What a command has to say, and the six ways to write it. */
@NullMarked
package io.concordat.cli.report;

import org.jspecify.annotations.NullMarked;
