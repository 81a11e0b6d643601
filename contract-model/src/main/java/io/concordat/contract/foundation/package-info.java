/** The policies and semantic types that a mesh starts with. */
@NullMarked
package io.concordat.contract.foundation;

import org.jspecify.annotations.NullMarked;
