/** Loads the sample mesh, a retail and payments company, through the public API. */
@NullMarked
package io.concordat.sample;

import org.jspecify.annotations.NullMarked;
