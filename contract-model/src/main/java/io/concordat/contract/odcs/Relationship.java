package io.concordat.contract.odcs;

import java.util.List;

/**
 * A link between properties, written at an object or at a property. A reference is {@code
 * object.property} by names, {@code schema/<id>/properties/<id>} by ids, or one of the latter in
 * another file.
 *
 * @param type {@code foreignKey}, also where not given
 * @param from where it starts, as written; empty at a property, which it starts at
 * @param to where it leads, as written; as many as {@code from}, at a property one or more
 */
public record Relationship(
    Locus at,
    String type,
    List<String> from,
    List<String> to,
    List<CustomProperty> customProperties) {

  public Relationship {
    from = List.copyOf(from);
    to = List.copyOf(to);
    customProperties = List.copyOf(customProperties);
  }
}
