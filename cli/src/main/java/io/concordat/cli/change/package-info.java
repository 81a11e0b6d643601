/** Commands that compare documents. */
@NullMarked
package io.concordat.cli.change;

import org.jspecify.annotations.NullMarked;
