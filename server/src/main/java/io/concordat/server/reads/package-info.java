/** Reads of contracts' data, as whoever serves the data reports them. */
@NullMarked
package io.concordat.server.reads;

import org.jspecify.annotations.NullMarked;
