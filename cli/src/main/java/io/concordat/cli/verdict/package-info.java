/** Commands that judge documents. */
@NullMarked
package io.concordat.cli.verdict;

import org.jspecify.annotations.NullMarked;
