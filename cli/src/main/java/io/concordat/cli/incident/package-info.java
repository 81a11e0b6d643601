/** Incidents: listed, read, taken on and ended. */
@NullMarked
package io.concordat.cli.incident;

import org.jspecify.annotations.NullMarked;
