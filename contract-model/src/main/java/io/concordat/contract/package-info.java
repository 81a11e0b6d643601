/** What can be said of a contract without a server. */
@NullMarked
package io.concordat.contract;

import org.jspecify.annotations.NullMarked;
