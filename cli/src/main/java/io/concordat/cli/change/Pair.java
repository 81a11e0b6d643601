package io.concordat.cli.change;

import io.concordat.cli.input.Input;
import org.jspecify.annotations.Nullable;

/**
 * Two states of one contract.
 *
 * @param name the file that the findings are told of
 * @param before null where the contract is new
 * @param after null where the contract is gone; not both are null
 */
record Pair(String name, @Nullable Input before, @Nullable Input after) {}
