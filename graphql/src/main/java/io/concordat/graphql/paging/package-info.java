/** Relay connections. */
@NullMarked
package io.concordat.graphql.paging;

import org.jspecify.annotations.NullMarked;
