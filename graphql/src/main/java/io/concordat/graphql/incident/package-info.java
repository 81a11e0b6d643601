/** Incidents in GraphQL. */
@NullMarked
package io.concordat.graphql.incident;

import org.jspecify.annotations.NullMarked;
