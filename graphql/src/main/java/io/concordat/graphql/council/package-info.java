/** The council and its proposals in GraphQL. */
@NullMarked
package io.concordat.graphql.council;

import org.jspecify.annotations.NullMarked;
