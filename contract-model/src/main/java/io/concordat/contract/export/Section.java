package io.concordat.contract.export;

import io.concordat.contract.odcs.CustomProperties;
import io.concordat.contract.odcs.Field;
import io.concordat.contract.odcs.OdcsContract;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Parts of a contract beyond its fields and their types, which some formats have no place for. */
enum Section {
  CLASSIFICATION(
      "classifications", contract -> anyField(contract, f -> f.classification() != null)),
  SEMANTIC_TYPES("semantic types", contract -> anyField(contract, f -> f.semanticType() != null)),
  QUALITY(
      "quality rules",
      contract ->
          contract.objects().stream().anyMatch(object -> !object.quality().isEmpty())
              || anyField(contract, f -> !f.property().quality().isEmpty())),
  SERVICE_LEVELS("service levels", contract -> !contract.slaProperties().isEmpty()),
  UPSTREAM(
      "upstream contracts",
      contract -> CustomProperties.upstream(contract).filter(ids -> !ids.isEmpty()).isPresent()),
  LINEAGE("field lineage", contract -> anyField(contract, f -> !f.property().sources().isEmpty())),
  RELATIONSHIPS(
      "relationships",
      contract ->
          contract.objects().stream().anyMatch(object -> !object.relationships().isEmpty())
              || anyField(contract, f -> !f.property().relationships().isEmpty())),
  TEAM("team", contract -> !contract.team().members().isEmpty()),
  SERVERS("servers", contract -> !contract.servers().isEmpty()),
  ROLES("roles", contract -> !contract.roles().isEmpty()),
  SUPPORT("support", contract -> !contract.support().isEmpty()),
  PRICE("price", contract -> contract.price() != null);

  private final String spoken;
  private final Predicate<OdcsContract> isThere;

  Section(String spoken, Predicate<OdcsContract> isThere) {
    this.spoken = spoken;
    this.isThere = isThere;
  }

  /** The sections that a contract has and a format does not hold, as people call them. */
  static Optional<String> missing(OdcsContract contract, Set<Section> held) {
    String missing =
        Stream.of(values())
            .filter(section -> !held.contains(section) && section.isThere.test(contract))
            .map(section -> section.spoken)
            .collect(Collectors.joining(", "));
    return missing.isEmpty() ? Optional.empty() : Optional.of(missing);
  }

  private static boolean anyField(OdcsContract contract, Predicate<Field> test) {
    return contract.objects().stream().flatMap(o -> Field.of(o).stream()).anyMatch(test);
  }
}
