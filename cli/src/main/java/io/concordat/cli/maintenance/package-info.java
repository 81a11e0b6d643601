/** Maintenance windows from the command line. */
@NullMarked
package io.concordat.cli.maintenance;

import org.jspecify.annotations.NullMarked;
