/** Answers about the council, its proposals and the policy sets. */
@NullMarked
package io.concordat.queryside.council;

import org.jspecify.annotations.NullMarked;
