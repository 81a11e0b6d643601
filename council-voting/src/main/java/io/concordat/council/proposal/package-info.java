/** Proposals, their rounds and ballots, and what carries a proposal or sends it back. */
@NullMarked
package io.concordat.council.proposal;

import org.jspecify.annotations.NullMarked;
