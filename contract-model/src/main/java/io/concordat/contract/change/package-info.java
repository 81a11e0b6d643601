/** What is different between two documents of a contract, and what that means to its readers. */
@NullMarked
package io.concordat.contract.change;

import org.jspecify.annotations.NullMarked;
