/** What was told to whom, over GraphQL. */
@NullMarked
package io.concordat.graphql.delivery;

import org.jspecify.annotations.NullMarked;
