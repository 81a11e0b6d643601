/** Data products: what a domain offers, and who answers for it. */
@NullMarked
package io.concordat.command.product;

import org.jspecify.annotations.NullMarked;
