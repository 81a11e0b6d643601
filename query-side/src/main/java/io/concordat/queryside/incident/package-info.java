/** Answers about incidents. */
@NullMarked
package io.concordat.queryside.incident;

import org.jspecify.annotations.NullMarked;
