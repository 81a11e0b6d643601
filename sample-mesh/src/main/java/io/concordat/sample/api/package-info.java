/** The public GraphQL API as the loader calls it: tokens, requests, patience. */
@NullMarked
package io.concordat.sample.api;

import org.jspecify.annotations.NullMarked;
