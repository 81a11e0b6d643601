/** PostgreSQL, Neo4j and the MongoDB-wire store as supervised processes on the loopback address. */
@NullMarked
package io.concordat.localstack.engine;

import org.jspecify.annotations.NullMarked;
