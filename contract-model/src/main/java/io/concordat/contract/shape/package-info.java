/**
 * Structural rules for documents: what a node must look like, and what to say where it does not.
 */
@NullMarked
package io.concordat.contract.shape;

import org.jspecify.annotations.NullMarked;
