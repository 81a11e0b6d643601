/** What lineage events spoke of, in GraphQL. */
@NullMarked
package io.concordat.graphql.observed;

import org.jspecify.annotations.NullMarked;
