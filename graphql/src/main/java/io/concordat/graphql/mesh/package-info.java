/** Domains, data products, consumers and lineage in GraphQL. */
@NullMarked
package io.concordat.graphql.mesh;

import org.jspecify.annotations.NullMarked;
