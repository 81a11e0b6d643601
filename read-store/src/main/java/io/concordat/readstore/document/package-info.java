/** The read models: collections, their indexes, and how values are kept in documents. */
@NullMarked
package io.concordat.readstore.document;

import org.jspecify.annotations.NullMarked;
