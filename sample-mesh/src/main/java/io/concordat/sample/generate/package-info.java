/** More data products than anybody would write by hand, for trials at scale. */
@NullMarked
package io.concordat.sample.generate;

import org.jspecify.annotations.NullMarked;
