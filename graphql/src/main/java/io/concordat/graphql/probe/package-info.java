/** Probes in GraphQL. */
@NullMarked
package io.concordat.graphql.probe;

import org.jspecify.annotations.NullMarked;
