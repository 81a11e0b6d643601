package io.concordat.projections.lineage;

import io.concordat.messages.contract.ContractId;
import io.concordat.messages.contract.VersionId;
import io.concordat.projections.lineage.LineageChange.FieldSource;
import io.concordat.projections.lineage.LineageChange.Publication;
import io.concordat.projections.lineage.LineageChange.Store;
import io.concordat.projections.lineage.Statements.ContractState;
import io.concordat.readstore.graph.LineageKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the publications of a batch change: fields, and the relations that they open and close. */
final class PublicationRows {

  /**
   * Ends the upstream end of an edge whose contract says which of its fields derive from which; no
   * id of a contract ends so. It is another edge than one that only says that it derives.
   */
  private static final String BY_FIELD = "#";

  private final List<Row> openedProducts = new ArrayList<>();
  private final List<Row> closedProducts = new ArrayList<>();
  private final List<Row> openedSources = new ArrayList<>();
  private final List<Row> closedSources = new ArrayList<>();
  private final List<Row> openedFields = new ArrayList<>();
  private final List<Row> changedFields = new ArrayList<>();
  private final List<Row> closedFields = new ArrayList<>();
  private final List<Row> openedStores = new ArrayList<>();
  private final List<Row> contracts = new ArrayList<>();

  /**
   * Follows a contract through publications that it has not taken yet.
   *
   * @param newer in order, at least one
   */
  void follow(ContractState state, List<Publication> newer) {
    OpenFields fields = new OpenFields(state.id(), state.openFields());
    OpenEdges upstream = new OpenEdges(state.openUpstream());
    OpenEdges fieldSources = new OpenEdges(state.openFieldSources());
    for (Publication publication : newer) {
      fields.declare(publication);
      storeRows(publication);
      upstream.declare(
          upstreamEnds(state.id(), publication), publication.sequence(), publication.at());
      fieldSources.declare(
          publication.fieldSources().stream().map(PublicationRows::ends).toList(),
          publication.sequence(),
          publication.at());
    }
    productRows(state.id(), upstream);
    sourceRows(fieldSources);
    openedFields.addAll(fields.opened());
    fields.changed().forEach(changedFields::add);
    closedFields.addAll(fields.closed());
    Publication last = newer.getLast();
    contracts.add(
        Row.facts("id", state.id(), last.sequence(), last.contractProperties())
            .with("product", productOf(state.id()))
            .with("openUpstream", upstream.keys())
            .with("openFields", fields.known())
            .with("openFieldSources", fieldSources.keys())
            .with("at", LineageChanges.time(newer.getFirst().at())));
  }

  /** Whether there is nothing to write. */
  boolean isEmpty() {
    return contracts.isEmpty();
  }

  /** The rows as {@link Statements#PUBLICATIONS} takes them. */
  Map<String, Object> rows() {
    return Map.of(
        "openedStores", Row.columns(openedStores),
        "openedFields", Row.columns(openedFields),
        "changedFields", Row.columns(changedFields),
        "closedFields", Row.columns(closedFields),
        "openedProducts", Row.columns(openedProducts),
        "closedProducts", Row.columns(closedProducts),
        "openedSources", Row.columns(openedSources),
        "closedSources", Row.columns(closedSources),
        "contracts", Row.columns(contracts));
  }

  private void storeRows(Publication publication) {
    String version = new VersionId(publication.contract(), publication.version()).toString();
    for (Store store : publication.stores()) {
      openedStores.add(
          Row.of("version", version)
              .with("key", LineageKeys.dataset(store.dataset()))
              .with("namespace", store.dataset().namespace())
              .with("name", store.dataset().name())
              .with("object", store.object())
              .with("at", LineageChanges.time(publication.at())));
    }
  }

  private void productRows(String contract, OpenEdges edges) {
    String product = productOf(contract);
    for (OpenEdges.Opened edge : edges.opened()) {
      boolean byField = edge.to().endsWith(BY_FIELD);
      String upstream =
          byField ? edge.to().substring(0, edge.to().length() - BY_FIELD.length()) : edge.to();
      openedProducts.add(
          Row.of("key", edge.key())
              .with("from", product)
              .with("to", productOf(upstream))
              .with("by", contract)
              .with("contract", upstream)
              .with("byField", byField)
              .with("at", LineageChanges.time(edge.validFrom())));
    }
    edges
        .closed()
        .forEach((key, at) ->
            closedProducts.add(
                Row.of("key", key)
                    .with("from", product)
                    .with("by", contract)
                    .with("at", LineageChanges.time(at))));
  }

  private void sourceRows(OpenEdges edges) {
    for (OpenEdges.Opened edge : edges.opened()) {
      openedSources.add(
          Row.of("key", edge.key())
              .with("from", edge.from())
              .with("to", edge.to())
              .with("at", LineageChanges.time(edge.validFrom())));
    }
    edges
        .closed()
        .forEach((key, at) ->
            closedSources.add(
                Row.of("key", key)
                    .with("from", OpenEdges.from(key))
                    .with("at", LineageChanges.time(at))));
  }

  private static List<Map.Entry<String, String>> upstreamEnds(
      String contract, Publication publication) {
    Set<ContractId> byField =
        publication.fieldSources().stream()
            .map(FieldSource::sourceContract)
            .collect(Collectors.toSet());
    return publication.upstream().stream()
        .map(upstream ->
            Map.entry(
                contract, byField.contains(upstream) ? upstream + BY_FIELD : upstream.value()))
        .toList();
  }

  private static Map.Entry<String, String> ends(FieldSource edge) {
    return Map.entry(edge.field(), edge.source());
  }

  private static String productOf(String contract) {
    return new ContractId(contract).product().value();
  }
}
