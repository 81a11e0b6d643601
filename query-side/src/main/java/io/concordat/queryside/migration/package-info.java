/** Answers about migrations. */
@NullMarked
package io.concordat.queryside.migration;

import org.jspecify.annotations.NullMarked;
