/** Contracts and their versions. */
@NullMarked
package io.concordat.messages.contract;

import org.jspecify.annotations.NullMarked;
