/** What derives from what, from the command line. */
@NullMarked
package io.concordat.cli.lineage;

import org.jspecify.annotations.NullMarked;
