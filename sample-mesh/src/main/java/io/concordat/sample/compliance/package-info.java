/** What the products of the sample mesh kept of their promises. */
@NullMarked
package io.concordat.sample.compliance;

import org.jspecify.annotations.NullMarked;
