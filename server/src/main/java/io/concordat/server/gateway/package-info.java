/** The ports of GraphQL, answered by Axon and PostgreSQL. */
@NullMarked
package io.concordat.server.gateway;

import org.jspecify.annotations.NullMarked;
