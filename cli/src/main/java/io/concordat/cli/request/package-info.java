/** Data requests from the command line. */
@NullMarked
package io.concordat.cli.request;

import org.jspecify.annotations.NullMarked;
