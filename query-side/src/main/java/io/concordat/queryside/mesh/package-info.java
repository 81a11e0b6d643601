/** Answers about domains, data products, consumers, the catalog and the mesh as a whole. */
@NullMarked
package io.concordat.queryside.mesh;

import org.jspecify.annotations.NullMarked;
