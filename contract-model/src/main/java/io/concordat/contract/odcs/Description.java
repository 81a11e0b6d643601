package io.concordat.contract.odcs;

import org.jspecify.annotations.Nullable;

/**
 * What a contract says of its data in words; each is null where not given.
 *
 * @param purpose what the data is for
 * @param usage how it is meant to be used
 * @param limitations where it does not fit
 */
public record Description(
    @Nullable String purpose, @Nullable String usage, @Nullable String limitations) {}
