/** The federated council: seats, proposals, rounds and votes. */
@NullMarked
package io.concordat.messages.council;

import org.jspecify.annotations.NullMarked;
