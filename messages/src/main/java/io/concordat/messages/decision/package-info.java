/** How a decision is written down: what a pure decider is given and what it answers. */
@NullMarked
package io.concordat.messages.decision;

import org.jspecify.annotations.NullMarked;
