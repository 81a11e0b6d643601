/** Read models of data requests. */
@NullMarked
package io.concordat.projections.request;

import org.jspecify.annotations.NullMarked;
