/** Read models of the council, its proposals and the policy sets. */
@NullMarked
package io.concordat.projections.council;

import org.jspecify.annotations.NullMarked;
