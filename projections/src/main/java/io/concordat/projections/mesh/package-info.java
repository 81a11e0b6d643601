/** Read models of domains, data products and consumers. */
@NullMarked
package io.concordat.projections.mesh;

import org.jspecify.annotations.NullMarked;
