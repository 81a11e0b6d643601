package io.concordat.queryside.mesh;

import static io.concordat.queryside.Samples.consumer;
import static io.concordat.queryside.Samples.domain;
import static io.concordat.queryside.Samples.incident;
import static io.concordat.queryside.Samples.product;
import static io.concordat.queryside.Samples.published;
import static io.concordat.queryside.Samples.recorded;
import static io.concordat.queryside.Samples.rejected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.concordat.messages.Subject;
import io.concordat.messages.compliance.ComplianceBand;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.mesh.CatalogFacetView;
import io.concordat.messages.mesh.CatalogFilter;
import io.concordat.messages.mesh.ConsumerId;
import io.concordat.messages.mesh.ConsumerKind;
import io.concordat.messages.mesh.ConsumerView;
import io.concordat.messages.mesh.ContractRead;
import io.concordat.messages.mesh.CountCatalog;
import io.concordat.messages.mesh.DataProductView;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.mesh.DomainView;
import io.concordat.messages.mesh.FindComplianceBands;
import io.concordat.messages.mesh.FindConsumers;
import io.concordat.messages.mesh.FindDataProducts;
import io.concordat.messages.mesh.FindDomains;
import io.concordat.messages.mesh.FindMeshHistory;
import io.concordat.messages.mesh.FindMeshPulse;
import io.concordat.messages.mesh.FindSimilarProducts;
import io.concordat.messages.mesh.ListConsumers;
import io.concordat.messages.mesh.ListDataProductsOfDomain;
import io.concordat.messages.mesh.ListDomains;
import io.concordat.messages.mesh.MeshMonthView;
import io.concordat.messages.mesh.MeshPulseView;
import io.concordat.messages.mesh.PortContract;
import io.concordat.messages.mesh.ProductId;
import io.concordat.messages.mesh.ProductInputPort;
import io.concordat.messages.mesh.ProductOutputPort;
import io.concordat.messages.mesh.ProductPortsDeclared;
import io.concordat.messages.mesh.SearchCatalog;
import io.concordat.messages.mesh.SimilarProductView;
import io.concordat.messages.paging.Page;
import io.concordat.messages.paging.PageRequest;
import io.concordat.messages.policy.Classification;
import io.concordat.queryside.ReadSide;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeshQueriesTest {

  private static ReadSide side;

  @BeforeAll
  static void mesh() {
    side = ReadSide.empty();
    side.happened(
        domain("payments"),
        domain("finance"),
        domain("risk"),
        product("payments/settlements", "Settlements", "Money that moved"),
        product("payments/refunds", "Refunds", "Money that came back after settlement"),
        product("finance/ledger", "General ledger", "Every posting"),
        product("risk/drafts", "Drafts", "Nothing yet"),
        published(
            "payments/settlements/daily",
            "1.0.0",
            1,
            List.of("settlement", "gold"),
            List.of("amountGross", "value_date")),
        published("payments/settlements/hourly", "1.0.0", 1, List.of("beta"), List.of("amount")),
        published(
            "payments/refunds/daily",
            "1.0.0",
            2,
            List.of("gold"),
            List.of("amount"),
            "payments/settlements/daily"),
        published(
            "finance/ledger/postings",
            "1.0.0",
            2,
            List.of("money"),
            List.of("settlement_ref"),
            "payments/settlements/daily",
            "no contract id"),
        rejected("risk/drafts/daily", 2),
        consumer("finance:board", 3, "finance/ledger/postings", "payments/refunds/daily"),
        incident(1, "payments/settlements", 4),
        recorded("payments/settlements", 4, 90, 10));
    side.happened(ports("old"), ports("payments/ledger/entries"));
  }

  private static ProductPortsDeclared ports(String input) {
    return new ProductPortsDeclared(
        new ProductId("payments/settlements"),
        List.of(new ProductInputPort("entries", "1.0.0", input)),
        List.of(
            new ProductOutputPort(
                "daily",
                "1.4.0",
                null,
                "tables",
                null,
                List.of(new PortContract("payments/ledger/entries", "1.0.0")))),
        "document",
        "digest",
        Instant.EPOCH,
        new Subject("owner"));
  }

  @AfterAll
  static void close() {
    side.close();
  }

  @Test
  void thingsAreFoundByIdAndUnknownIdsLeftOut() {
    assertThat(side.ask(new FindDomains(Set.of(new DomainId("risk"), new DomainId("nobody")))))
        .extracting(view -> view.id().value() + ": " + view.name())
        .containsExactly("risk: The risk");
    ConsumerView board =
        side.ask(new FindConsumers(Set.of(new ConsumerId("finance:board")))).getFirst();
    assertThat(board.reads())
        .contains(
            new ContractRead(new ContractId("payments/refunds/daily"), List.of("rows.amount")));
  }

  @Test
  void aCardHasTheTagsOfTheContractsInForce() {
    DataProductView card =
        side.ask(new FindDataProducts(Set.of(new ProductId("payments/settlements")))).getFirst();

    assertThat(card.tags()).containsExactly("beta", "gold", "settlement");
    assertThat(card.discoverable()).isTrue();
    assertThat(card.owner().subject().value()).isEqualTo("maria.owner");
    assertThat(card.owner().sharePercent()).isEqualTo(50);
  }

  @Test
  void aProductTellsThePortsThatItDeclaredLast() {
    DataProductView card =
        side.ask(new FindDataProducts(Set.of(new ProductId("payments/settlements")))).getFirst();

    assertThat(card.inputPorts())
        .containsExactly(new ProductInputPort("entries", "1.0.0", "payments/ledger/entries"));
    assertThat(card.outputPorts()).isEqualTo(ports("any").outputPorts());
    assertThat(
            side.ask(new FindDataProducts(Set.of(new ProductId("payments/refunds"))))
                .getFirst()
                .inputPorts())
        .isEmpty();
  }

  @Test
  void domainsAreListedInBothDirections() {
    Page<DomainView> first = domains(new PageRequest(2, null, null, null));
    assertThat(ids(first)).containsExactly("finance", "payments");
    assertThat(first.hasNextPage()).isTrue();
    assertThat(first.totalCount()).isEqualTo(3);

    Page<DomainView> rest =
        domains(new PageRequest(2, first.entries().getLast().cursor(), null, null));
    assertThat(ids(rest)).containsExactly("risk");
    assertThat(rest.hasPreviousPage()).isTrue();

    Page<DomainView> back =
        domains(new PageRequest(null, null, 1, rest.entries().getFirst().cursor()));
    assertThat(ids(back)).containsExactly("payments");
    assertThat(back.hasNextPage()).isTrue();
    assertThat(back.hasPreviousPage()).isTrue();
  }

  @Test
  void aDomainListsAlsoWhatIsNotDiscoverable() {
    Page<DataProductView> products =
        side.ask(new ListDataProductsOfDomain(new DomainId("risk"), PageRequest.first(10, null)));

    assertThat(products.entries())
        .extracting(entry -> entry.node().id().value() + " " + entry.node().discoverable())
        .containsExactly("risk/drafts false");
  }

  @Test
  void theCatalogListsWhatPassedTheGate() {
    assertThat(search(null, null))
        .containsExactly("finance/ledger", "payments/refunds", "payments/settlements");
    assertThat(search("  ", "payments"))
        .containsExactly("payments/refunds", "payments/settlements");
  }

  @ParameterizedTest
  @CsvSource({
    "SETTLEMENT, payments/settlements finance/ledger payments/refunds",
    "gold, payments/refunds payments/settlements",
    "amount, payments/refunds payments/settlements",
    "gross, payments/settlements",
    "date, payments/settlements",
    "iso-currency, finance/ledger payments/refunds payments/settlements",
    "money gold, payments/refunds payments/settlements",
    "maria.owner ledger, finance/ledger",
    "draft, ''",
    "nothing, ''",
    "setlement, payments/settlements finance/ledger payments/refunds",
    "settlemnets, payments/settlements finance/ledger payments/refunds",
    "genral ledgr, finance/ledger",
    "gol, payments/refunds payments/settlements",
    "gxl, ''",
    "iso-curency, finance/ledger payments/refunds payments/settlements",
    "'*:* AND (', ''",
    "'settlement~ OR name:*', ''",
    "'\"ledger\" \\ 😀', finance/ledger",
    "'!?', ''"
  })
  void theCatalogIsSearchedByWordsTheBestPlaceFirst(String text, String products) {
    assertThat(String.join(" ", search(text, null))).isEqualTo(products);
  }

  @Test
  void textOfAnyLengthIsAnswered() {
    assertThat(search("ledger ".repeat(2_000), null)).containsExactly("finance/ledger");
    assertThat(search("x".repeat(10_000), null)).isEmpty();
    assertThat(search("\u0000 \uD83D ~ ^ /", null)).isEmpty();
  }

  @Test
  void facetsCountWhatIsFoundByWhatItHas() {
    assertThat(side.ask(new CountCatalog(CatalogFilter.of("gold", null))))
        .containsExactly(
            facet("domain", new CatalogFacetView.Bucket("payments", 2)),
            facet("classification"),
            facet("semanticType", new CatalogFacetView.Bucket("iso-currency", 2)),
            facet("standing", new CatalogFacetView.Bucket("conforming", 2)),
            facet(
                "compliance",
                new CatalogFacetView.Bucket("needs-support", 1),
                new CatalogFacetView.Bucket("not-measured", 1)));
    assertThat(side.ask(new CountCatalog(CatalogFilter.of(null, null))).getFirst())
        .isEqualTo(
            facet(
                "domain",
                new CatalogFacetView.Bucket("payments", 2),
                new CatalogFacetView.Bucket("finance", 1)));
  }

  @Test
  void facetsFollowTheFilterAndNotTheText() {
    assertThat(
            side.ask(
                new CountCatalog(
                    new CatalogFilter(
                        "settlement",
                        new DomainId("payments"),
                        false,
                        Set.of(),
                        Set.of("iso-currency", "email-address"),
                        Set.of()))))
        .containsExactly(
            facet("domain", new CatalogFacetView.Bucket("payments", 2)),
            facet("classification"),
            facet("semanticType", new CatalogFacetView.Bucket("iso-currency", 2)),
            facet("standing", new CatalogFacetView.Bucket("conforming", 2)),
            facet(
                "compliance",
                new CatalogFacetView.Bucket("needs-support", 1),
                new CatalogFacetView.Bucket("not-measured", 1)));
    assertThat(side.ask(new CountCatalog(CatalogFilter.of("!?", null))))
        .containsExactly(
            facet("domain"),
            facet("classification"),
            facet("semanticType"),
            facet("standing"),
            facet("compliance"));
    assertThat(
            side.ask(
                new CountCatalog(
                    new CatalogFilter(null, null, true, Set.of(), Set.of(), Set.of()))))
        .allSatisfy(facet -> assertThat(facet.buckets()).isEmpty());
  }

  @Test
  void theCatalogIsNarrowedByWhatFieldsHold() {
    assertThat(narrowed(Set.of(), Set.of("iso-currency")))
        .containsExactly("finance/ledger", "payments/refunds", "payments/settlements");
    assertThat(narrowed(Set.of(), Set.of("email-address"))).isEmpty();
    assertThat(narrowed(Set.of(Classification.PUBLIC), Set.of())).isEmpty();
  }

  @Test
  void theCatalogIsNarrowedByHowItsPromisesAreKept() {
    assertThat(inBands(null, ComplianceBand.NEEDS_SUPPORT)).containsExactly("payments/settlements");
    assertThat(inBands(null, ComplianceBand.RECOGNISED)).isEmpty();
    assertThat(inBands(null, ComplianceBand.NOT_MEASURED, ComplianceBand.STEADY))
        .containsExactly("finance/ledger", "payments/refunds");
    assertThat(inBands("gold", ComplianceBand.NEEDS_SUPPORT))
        .containsExactly("payments/settlements");
    assertThat(inBands("gold", ComplianceBand.NOT_MEASURED)).containsExactly("payments/refunds");
    assertThat(inBands("gold", ComplianceBand.values()))
        .containsExactlyInAnyOrder("payments/refunds", "payments/settlements");
    ProductId unknown = new ProductId("nobody/nothing");
    ProductId settlements = new ProductId("payments/settlements");
    assertThat(side.ask(new FindComplianceBands(Set.of(unknown, settlements))))
        .isEqualTo(
            Map.of(
                unknown, ComplianceBand.NOT_MEASURED, settlements, ComplianceBand.NEEDS_SUPPORT));
  }

  @Test
  void productsAreSimilarByWhatFewShare() {
    double ofThree = 1 / Math.log(1 + 3);
    double ofTwo = 1 / Math.log(1 + 2);
    List<SimilarProductView> similar =
        side.ask(new FindSimilarProducts(new ProductId("payments/refunds"), 5));

    assertThat(similar)
        .extracting(each -> each.product().value(), SimilarProductView::shared)
        .containsExactly(
            tuple("finance/ledger", List.of("iso-currency", "payments/settlements")),
            tuple("payments/settlements", List.of("iso-currency")));
    assertThat(similar.getFirst().score()).isCloseTo(ofThree + ofTwo, within(1e-9));
    assertThat(similar.getLast().score()).isCloseTo(ofThree, within(1e-9));
    assertThat(side.ask(new FindSimilarProducts(new ProductId("payments/refunds"), 1))).hasSize(1);
    assertThat(side.ask(new FindSimilarProducts(new ProductId("risk/drafts"), 5))).isEmpty();
    assertThat(side.ask(new FindSimilarProducts(new ProductId("nobody/nothing"), 5))).isEmpty();
  }

  private static List<String> inBands(@Nullable String text, ComplianceBand... bands) {
    return side
        .ask(
            new SearchCatalog(
                new CatalogFilter(text, null, null, Set.of(), Set.of(), Set.of(bands)),
                PageRequest.first(10, null)))
        .entries()
        .stream()
        .map(entry -> entry.node().id().value())
        .toList();
  }

  @Test
  void theMeshIsToldMonthByMonth() {
    YearMonth october = YearMonth.of(2026, 10);
    assertThat(side.ask(new FindMeshHistory(october.minusMonths(1), october.plusMonths(3))))
        .containsExactly(
            new MeshMonthView(october.minusMonths(1), 0, 0, 0, null, null, 0, 0, 0),
            new MeshMonthView(october, 0, 0, 0, null, null, 4, 3, 2));
  }

  private static CatalogFacetView facet(String name, CatalogFacetView.Bucket... buckets) {
    return new CatalogFacetView(name, List.of(buckets));
  }

  private static List<String> narrowed(Set<Classification> classifications, Set<String> types) {
    return side
        .ask(
            new SearchCatalog(
                new CatalogFilter(null, null, null, classifications, types, Set.of()),
                PageRequest.first(10, null)))
        .entries()
        .stream()
        .map(entry -> entry.node().id().value())
        .toList();
  }

  @Test
  void consumersAreListedByDomainKindAndContract() {
    assertThat(consumers(null, null, null)).containsExactly("finance:board");
    assertThat(consumers("finance", ConsumerKind.DASHBOARD, "payments/refunds/daily"))
        .containsExactly("finance:board");
    assertThat(consumers("risk", null, null)).isEmpty();
    assertThat(consumers(null, ConsumerKind.MODEL, null)).isEmpty();
    assertThat(consumers(null, null, "payments/settlements/daily")).isEmpty();
  }

  private static List<String> consumers(
      @Nullable String domain, @Nullable ConsumerKind kind, @Nullable String contract) {
    return side
        .ask(
            new ListConsumers(
                domain == null ? null : new DomainId(domain),
                kind,
                contract == null ? null : new ContractId(contract),
                false,
                PageRequest.first(10, null)))
        .entries()
        .stream()
        .map(entry -> entry.node().id().value())
        .toList();
  }

  @Test
  void aSearchIsPaged() {
    Page<DataProductView> first =
        side.ask(
            new SearchCatalog(CatalogFilter.of("settlement", null), PageRequest.first(1, null)));
    assertThat(first.totalCount()).isEqualTo(3);
    Page<DataProductView> second =
        side.ask(
            new SearchCatalog(
                CatalogFilter.of("settlement", null),
                PageRequest.first(1, first.entries().getLast().cursor())));

    assertThat(second.entries())
        .extracting(entry -> entry.node().id().value())
        .containsExactly("finance/ledger");
  }

  @Test
  void thePulseCountsTheMesh() {
    assertThat(side.ask(new FindMeshPulse()))
        .isEqualTo(new MeshPulseView(3, 4, 3, 4, 0, 1, 90.0, 2));
  }

  private static List<String> search(String text, String domain) {
    Page<DataProductView> page =
        side.ask(
            new SearchCatalog(
                CatalogFilter.of(text, domain == null ? null : new DomainId(domain)),
                PageRequest.first(10, null)));
    return page.entries().stream().map(entry -> entry.node().id().value()).toList();
  }

  private static Page<DomainView> domains(PageRequest request) {
    return side.ask(new ListDomains(request));
  }

  private static List<String> ids(Page<DomainView> page) {
    return page.entries().stream().map(entry -> entry.node().id().value()).toList();
  }
}
