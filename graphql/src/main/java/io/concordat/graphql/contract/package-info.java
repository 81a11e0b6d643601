/** Contracts in GraphQL. */
@NullMarked
package io.concordat.graphql.contract;

import org.jspecify.annotations.NullMarked;
