/** Reads the files that tools write: dbt, Great Expectations, Soda, datacontract-cli. */
@NullMarked
package io.concordat.results.file;

import org.jspecify.annotations.NullMarked;
