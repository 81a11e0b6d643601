package io.concordat.messages.mesh;

/**
 * What a data product takes in, as its ODPS document declares it. Its key is its name with its
 * version.
 *
 * @param contract id as written; a contract of this mesh where it has the form of one
 */
public record ProductInputPort(String name, String version, String contract) {}
