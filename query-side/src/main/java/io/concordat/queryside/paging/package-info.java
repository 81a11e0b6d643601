/** Pages of sorted lists, as Relay connections ask for them. */
@NullMarked
package io.concordat.queryside.paging;

import org.jspecify.annotations.NullMarked;
