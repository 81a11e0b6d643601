package io.concordat.messages.mesh;

/**
 * A version of a contract that an output port is made of, as its ODPS document declares it.
 *
 * @param contract id as written
 */
public record PortContract(String contract, String version) {}
