/** Contracts: versions that pass the gate or do not, their deprecation and their retirement. */
@NullMarked
package io.concordat.command.contract;

import org.jspecify.annotations.NullMarked;
