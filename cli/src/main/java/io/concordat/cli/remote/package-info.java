/** The server: where it is, who calls, and questions in GraphQL. */
@NullMarked
package io.concordat.cli.remote;

import org.jspecify.annotations.NullMarked;
