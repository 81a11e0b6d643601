package io.concordat.messages.mesh;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a data product offers, as its ODPS document declares it. Its key is its name with its
 * version: a new major version is a new port, and may have a contract of its own.
 *
 * @param contract id as written, null where the port names none
 * @param type such as {@code tables}, null where not given
 * @param description null where not given
 * @param inputContracts what it is made of
 */
public record ProductOutputPort(
    String name,
    String version,
    @Nullable String contract,
    @Nullable String type,
    @Nullable String description,
    List<PortContract> inputContracts) {

  public ProductOutputPort {
    inputContracts = List.copyOf(inputContracts);
  }
}
