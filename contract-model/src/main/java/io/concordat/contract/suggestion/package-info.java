/** Which semantic types a field without one may have. */
@NullMarked
package io.concordat.contract.suggestion;

import org.jspecify.annotations.NullMarked;
