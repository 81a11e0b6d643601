/** Read models of migrations. */
@NullMarked
package io.concordat.projections.migration;

import org.jspecify.annotations.NullMarked;
