/** Data requests in GraphQL. */
@NullMarked
package io.concordat.graphql.request;

import org.jspecify.annotations.NullMarked;
