/** What GraphQL asks of the service behind it; the server module answers. */
@NullMarked
package io.concordat.graphql.gateway;

import org.jspecify.annotations.NullMarked;
