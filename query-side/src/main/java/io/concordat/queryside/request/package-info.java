/** Answers about data requests. */
@NullMarked
package io.concordat.queryside.request;

import org.jspecify.annotations.NullMarked;
