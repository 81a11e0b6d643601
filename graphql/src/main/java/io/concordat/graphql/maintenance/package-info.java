/** Maintenance windows of data products. */
@NullMarked
package io.concordat.graphql.maintenance;

import org.jspecify.annotations.NullMarked;
