/** Observed lineage: what lineage events say, in the lineage graph. */
@NullMarked
package io.concordat.projections.observed;

import org.jspecify.annotations.NullMarked;
