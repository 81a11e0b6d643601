/**
 * What the deciders of this side share: who may do what, and the ports to what other streams hold.
 */
@NullMarked
package io.concordat.command;

import org.jspecify.annotations.NullMarked;
