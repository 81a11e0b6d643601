/** Answers about what is upstream and downstream. */
@NullMarked
package io.concordat.queryside.lineage;

import org.jspecify.annotations.NullMarked;
