/** Answers about compliance, and the scorecard. */
@NullMarked
package io.concordat.queryside.compliance;

import org.jspecify.annotations.NullMarked;
