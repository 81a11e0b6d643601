/** The process that runs Neo4j Community on a developer's machine. */
@NullMarked
package io.concordat.localstack.neo4j;

import org.jspecify.annotations.NullMarked;
