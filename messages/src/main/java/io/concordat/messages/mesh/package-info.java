/** Domains, their data products, and who reads them. */
@NullMarked
package io.concordat.messages.mesh;

import org.jspecify.annotations.NullMarked;
