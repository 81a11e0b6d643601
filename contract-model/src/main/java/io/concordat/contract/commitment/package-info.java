/**
 * What a contract promises of its data, as measures with units that observations can be held
 * against.
 */
@NullMarked
package io.concordat.contract.commitment;

import org.jspecify.annotations.NullMarked;
