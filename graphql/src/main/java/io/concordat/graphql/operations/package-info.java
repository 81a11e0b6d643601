/** Processors and history in GraphQL. */
@NullMarked
package io.concordat.graphql.operations;

import org.jspecify.annotations.NullMarked;
