/** Policies in CEL: compiled, checked for their type, evaluated within a budget. */
@NullMarked
package io.concordat.contract.policy;

import org.jspecify.annotations.NullMarked;
