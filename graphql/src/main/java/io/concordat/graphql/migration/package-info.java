/** Migrations, and who is affected by a change. */
@NullMarked
package io.concordat.graphql.migration;

import org.jspecify.annotations.NullMarked;
