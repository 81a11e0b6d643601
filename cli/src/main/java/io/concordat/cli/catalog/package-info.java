/** The catalog from the command line. */
@NullMarked
package io.concordat.cli.catalog;

import org.jspecify.annotations.NullMarked;
