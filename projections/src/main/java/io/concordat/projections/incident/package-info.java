/** Read models of incidents. */
@NullMarked
package io.concordat.projections.incident;

import org.jspecify.annotations.NullMarked;
