/** OpenLineage's own clients against a running server. */
@NullMarked
package io.concordat.openlineage;

import org.jspecify.annotations.NullMarked;
