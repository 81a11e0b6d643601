/**
 * The council that governs the mesh: its seats, the proposals that it votes on, and the policy set
 * that follows from them. Pure deciders in thin aggregates; what they need to know of other streams
 * comes through ports.
 */
@NullMarked
package io.concordat.council;

import org.jspecify.annotations.NullMarked;
