package io.concordat.projections.lineage;

import io.concordat.messages.contract.ContractId;
import io.concordat.messages.contract.VersionId;
import io.concordat.messages.mesh.ProductId;
import io.concordat.projections.lineage.LineageChange.ConsumerFacts;
import io.concordat.projections.lineage.LineageChange.DomainFacts;
import io.concordat.projections.lineage.LineageChange.Ports;
import io.concordat.projections.lineage.LineageChange.ProductFacts;
import io.concordat.projections.lineage.LineageChange.Publication;
import io.concordat.projections.lineage.LineageChange.Read;
import io.concordat.projections.lineage.LineageChange.VersionFate;
import io.concordat.projections.lineage.Statements.ContractState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;

/**
 * The changes of one batch as rows for two statements: nodes first, then what new versions change.
 * What others name but has not said what it is gets a node marked as placeholder.
 *
 * <p>A node takes the facts of an event only where the event is newer than the last one it took;
 * the fields and relations of a contract are guarded by the contract's node. To know what a new
 * version changes, only that node is read: it lists its open fields and relations.
 */
final class LineageBatch {

  private final Map<String, Row> domains = new LinkedHashMap<>();
  private final Map<String, Row> products = new LinkedHashMap<>();
  private final Map<String, Row> contracts = new LinkedHashMap<>();
  private final List<Row> domainFacts = new ArrayList<>();
  private final List<Row> productFacts = new ArrayList<>();
  private final List<Row> consumerFacts = new ArrayList<>();
  private final List<Row> ports = new ArrayList<>();
  private final Map<String, VersionFacts> versions = new LinkedHashMap<>();
  private final Map<String, List<Publication>> publications = new LinkedHashMap<>();

  LineageBatch(List<LineageChange> changes) {
    changes.forEach(this::add);
  }

  /** Writes all of it in the transaction. Writing it again changes nothing. */
  void write(TransactionContext transaction) {
    PublicationRows rows = new PublicationRows();
    List<ContractState> states = Statements.writeNodes(transaction, nodes());
    for (Map<String, @Nullable Object> row : Row.columns(ports)) {
      Statements.writePorts(transaction, row);
    }
    for (ContractState state : states) {
      List<Publication> newer =
          publications.getOrDefault(state.id(), List.of()).stream()
              .filter(publication -> publication.sequence() > state.sequence())
              .toList();
      if (!newer.isEmpty()) {
        rows.follow(state, newer);
      }
    }
    if (!rows.isEmpty()) {
      Statements.writePublications(transaction, rows.rows());
    }
  }

  private Map<String, Object> nodes() {
    return Map.of(
        "domains", Row.columns(domains.values()),
        "products", Row.columns(products.values()),
        "contracts", Row.columns(contracts.values()),
        "domainFacts", Row.columns(domainFacts),
        "productFacts", Row.columns(productFacts),
        "consumerFacts", Row.columns(consumerFacts),
        "versions", Row.columns(versions.values().stream().map(VersionFacts::row).toList()),
        "published", List.copyOf(publications.keySet()));
  }

  private void add(LineageChange change) {
    switch (change) {
      case DomainFacts facts -> {
        domain(facts.id());
        domainFacts.add(Row.facts("id", facts.id(), facts.sequence(), facts.properties()));
      }
      case ProductFacts facts -> {
        product(facts.id(), facts.domain());
        productFacts.add(
            Row.facts("id", facts.id(), facts.sequence(), facts.properties())
                .with("at", LineageChanges.time(facts.since())));
      }
      case Ports declared -> ports(declared);
      case ConsumerFacts facts -> {
        facts.reads().forEach(read -> contract(read.contract()));
        consumerFacts.add(
            Row.facts("id", facts.id(), facts.sequence(), facts.properties())
                .with("at", LineageChanges.time(facts.since()))
                .with(
                    "reads",
                    Row.columns(facts.reads().stream().map(read -> row(facts, read)).toList())));
      }
      case Publication publication -> publication(publication);
      case VersionFate fate -> {
        contract(fate.contract());
        version(fate.contract(), fate.version())
            .take(fate.sequence(), fate.versionProperties(), null, fate.retiredAt());
      }
    }
  }

  private void ports(Ports declared) {
    ProductId product = declared.product();
    product(product.value(), product.domain().value());
    declared.upstream().forEach(this::contract);
    ports.add(
        Row.of("product", product.value())
            .with("sequence", declared.sequence())
            .with("at", LineageChanges.time(declared.at()))
            .with("contracts", declared.upstream().stream().map(ContractId::value).toList())
            .with(
                "upstream",
                Row.columns(
                    declared.upstream().stream()
                        .map(contract ->
                            Row.of("contract", contract.value())
                                .with("product", contract.product().value()))
                        .toList())));
  }

  private void domain(String id) {
    domains.put(id, Row.of("id", id));
  }

  private void product(String id, String domain) {
    domain(domain);
    products.put(id, Row.of("id", id).with("domain", domain));
  }

  private void contract(ContractId id) {
    product(id.product().value(), id.product().domain().value());
    contracts.put(id.value(), Row.of("id", id.value()).with("product", id.product().value()));
  }

  private static Row row(ConsumerFacts consumer, Read read) {
    return Row.of("contract", read.contract().value())
        .with("key", consumer.id() + " reads " + read.contract() + " @" + consumer.sequence())
        .with("fields", read.fields());
  }

  private void publication(Publication publication) {
    ContractId contract = publication.contract();
    contract(contract);
    publication.upstream().forEach(this::contract);
    VersionFacts version = version(contract, publication.version());
    version.take(publication.sequence(), publication.versionProperties(), publication.at(), null);
    publications.computeIfAbsent(contract.value(), id -> new ArrayList<>()).add(publication);
  }

  private VersionFacts version(ContractId contract, String version) {
    return versions.computeIfAbsent(
        new VersionId(contract, version).toString(),
        key -> new VersionFacts(key, contract.value()));
  }

  /** What the batch says of one version, in the order of the events. */
  private static final class VersionFacts {
    private final String key;
    private final String contract;
    private final Map<String, @Nullable Object> properties = new HashMap<>();
    private long sequence;
    private @Nullable Instant publishedAt;
    private @Nullable Instant retiredAt;

    VersionFacts(String key, String contract) {
      this.key = key;
      this.contract = contract;
    }

    void take(
        long newer,
        Map<String, @Nullable Object> facts,
        @Nullable Instant published,
        @Nullable Instant retired) {
      sequence = newer;
      properties.putAll(facts);
      publishedAt = published == null ? publishedAt : published;
      retiredAt = retired == null ? retiredAt : retired;
    }

    Row row() {
      return Row.facts("key", key, sequence, properties)
          .with("contract", contract)
          .with("publishedAt", publishedAt == null ? null : LineageChanges.time(publishedAt))
          .with("retiredAt", retiredAt == null ? null : LineageChanges.time(retiredAt));
    }
  }
}
