package io.concordat.contract.odps;

import io.concordat.contract.odcs.Locus;

/**
 * A contract that an output port is made of.
 *
 * @param id as written
 * @param version as written
 */
public record InputContract(Locus at, String id, String version) {}
