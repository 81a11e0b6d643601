/**
 * What the deciders of this side share: who may report, and the port to what other streams hold.
 */
@NullMarked
package io.concordat.observation;

import org.jspecify.annotations.NullMarked;
