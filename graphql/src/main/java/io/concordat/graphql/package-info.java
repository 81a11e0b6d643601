/** GraphQL: the way in and out of the service. */
@NullMarked
package io.concordat.graphql;

import org.jspecify.annotations.NullMarked;
