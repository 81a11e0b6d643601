/** Lists in pages, as Relay connections ask for them. */
@NullMarked
package io.concordat.messages.paging;

import org.jspecify.annotations.NullMarked;
