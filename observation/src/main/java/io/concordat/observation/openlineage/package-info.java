/** Reads OpenLineage. */
@NullMarked
package io.concordat.observation.openlineage;

import org.jspecify.annotations.NullMarked;
