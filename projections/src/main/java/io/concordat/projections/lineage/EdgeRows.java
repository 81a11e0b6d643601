package io.concordat.projections.lineage;

import io.concordat.messages.contract.ContractId;
import io.concordat.projections.lineage.LineageChange.FieldSource;
import io.concordat.projections.lineage.LineageChange.Publication;
import io.concordat.projections.lineage.Statements.ContractState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The {@code DERIVES_FROM} relations that the publications of a batch open and close. */
final class EdgeRows {

  private final List<Row> openedProducts = new ArrayList<>();
  private final List<Row> closedProducts = new ArrayList<>();
  private final Map<String, Row> namedFields = new LinkedHashMap<>();
  private final List<Row> openedFields = new ArrayList<>();
  private final List<Row> closedFields = new ArrayList<>();

  /**
   * Follows a contract through publications that it has not taken yet.
   *
   * @param newer in order, at least one
   * @return the row with which the contract's node takes the last of them
   */
  Row follow(ContractState state, List<Publication> newer) {
    OpenEdges upstream = new OpenEdges(state.openUpstream());
    OpenEdges fieldSources = new OpenEdges(state.openFieldSources());
    for (Publication publication : newer) {
      upstream.declare(
          publication.upstream().stream()
              .map(contract -> Map.entry(state.id(), contract.value()))
              .toList(),
          publication.sequence(),
          publication.at());
      fieldSources.declare(
          publication.fieldSources().stream().map(EdgeRows::ends).toList(),
          publication.sequence(),
          publication.at());
    }
    productRows(state.id(), upstream);
    fieldRows(fieldSources);
    Publication last = newer.getLast();
    return Row.facts("id", state.id(), last.sequence(), last.contractProperties())
        .with("openUpstream", upstream.keys())
        .with("openFieldSources", fieldSources.keys())
        .with("at", LineageChanges.time(newer.getFirst().at()));
  }

  /** Writes the rows; the nodes of contracts and products must be there. */
  void write(Statements statements) {
    statements.run(Statements.OPEN_PRODUCT_EDGES, openedProducts);
    statements.run(Statements.CLOSE_PRODUCT_EDGES, closedProducts);
    statements.run(Statements.NAME_FIELDS, namedFields.values());
    statements.run(Statements.OPEN_FIELD_EDGES, openedFields);
    statements.run(Statements.CLOSE_FIELD_EDGES, closedFields);
  }

  private void productRows(String contract, OpenEdges edges) {
    String product = productOf(contract);
    for (OpenEdges.Opened edge : edges.opened()) {
      openedProducts.add(
          Row.of("key", edge.key())
              .with("from", product)
              .with("to", productOf(edge.to()))
              .with("by", contract)
              .with("contract", edge.to())
              .with("at", LineageChanges.time(edge.validFrom())));
    }
    edges
        .closed()
        .forEach((key, at) ->
            closedProducts.add(
                Row.of("key", key).with("from", product).with("at", LineageChanges.time(at))));
  }

  private void fieldRows(OpenEdges edges) {
    for (OpenEdges.Opened edge : edges.opened()) {
      namedFields.put(edge.to(), Row.of("key", edge.to()));
      openedFields.add(
          Row.of("key", edge.key())
              .with("from", edge.from())
              .with("to", edge.to())
              .with("at", LineageChanges.time(edge.validFrom())));
    }
    edges
        .closed()
        .forEach((key, at) ->
            closedFields.add(
                Row.of("key", key)
                    .with("from", OpenEdges.from(key))
                    .with("at", LineageChanges.time(at))));
  }

  private static Map.Entry<String, String> ends(FieldSource edge) {
    return Map.entry(edge.field(), edge.source());
  }

  private static String productOf(String contract) {
    return new ContractId(contract).product().value();
  }
}
