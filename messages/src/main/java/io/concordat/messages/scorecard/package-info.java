/** The domains' months, ranked: how they are counted, closed and announced. */
@NullMarked
package io.concordat.messages.scorecard;

import org.jspecify.annotations.NullMarked;
