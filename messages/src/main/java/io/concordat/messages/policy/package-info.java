/** Rules as data: policies, the numbered policy set, semantic types, and what a gate says. */
@NullMarked
package io.concordat.messages.policy;

import org.jspecify.annotations.NullMarked;
