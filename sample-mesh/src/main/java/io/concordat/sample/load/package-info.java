/** The stages in which the sample mesh is loaded. */
@NullMarked
package io.concordat.sample.load;

import org.jspecify.annotations.NullMarked;
