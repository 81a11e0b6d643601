/** Changes of documents, and the store that takes them. */
@NullMarked
package io.concordat.projections.document;

import org.jspecify.annotations.NullMarked;
