/** Data requests: who asked a domain for a product, and what became of it. */
@NullMarked
package io.concordat.messages.request;

import org.jspecify.annotations.NullMarked;
