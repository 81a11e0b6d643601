package io.concordat.contract.policy;

/**
 * Where a value stands or would have to be written.
 *
 * @param path JSON path
 * @param line of what is there; of the nearest thing around it where it is absent
 */
record Place(String path, int line) {}
