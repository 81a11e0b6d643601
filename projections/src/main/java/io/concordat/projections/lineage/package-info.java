/** The lineage graph. */
@NullMarked
package io.concordat.projections.lineage;

import org.jspecify.annotations.NullMarked;
