/** Compliance and scorecards in GraphQL. */
@NullMarked
package io.concordat.graphql.compliance;

import org.jspecify.annotations.NullMarked;
