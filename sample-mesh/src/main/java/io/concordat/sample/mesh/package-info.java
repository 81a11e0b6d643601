/** The documents of the sample mesh, read from the class path. */
@NullMarked
package io.concordat.sample.mesh;

import org.jspecify.annotations.NullMarked;
