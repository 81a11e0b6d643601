/** How refusals and faults are told to clients. */
@NullMarked
package io.concordat.graphql.error;

import org.jspecify.annotations.NullMarked;
