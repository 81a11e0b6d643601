/** Probes from the command line. */
@NullMarked
package io.concordat.cli.probe;

import org.jspecify.annotations.NullMarked;
