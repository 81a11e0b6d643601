package io.concordat.queryside.contract;

import static io.concordat.queryside.Samples.day;
import static io.concordat.queryside.Samples.product;
import static io.concordat.queryside.Samples.published;
import static io.concordat.queryside.Samples.rejected;
import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.messages.Subject;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.contract.ContractSupportExtended;
import io.concordat.messages.contract.ContractVersionDeprecated;
import io.concordat.messages.contract.ContractVersionRetired;
import io.concordat.messages.contract.ContractVersionStatus;
import io.concordat.messages.contract.ContractVersionView;
import io.concordat.messages.contract.ContractView;
import io.concordat.messages.contract.FindContracts;
import io.concordat.messages.contract.FindContractsOfProducts;
import io.concordat.messages.contract.FindDocuments;
import io.concordat.messages.contract.SubmissionKey;
import io.concordat.messages.mesh.ProductId;
import io.concordat.queryside.ReadSide;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ContractQueriesTest {

  private static final ContractId DAILY = new ContractId("payments/settlements/daily");
  private static final ContractId DRAFT = new ContractId("payments/settlements/draft");

  private static ReadSide side;

  @BeforeAll
  static void contracts() {
    side = ReadSide.empty();
    side.happened(
        product("payments/settlements"),
        rejected(DAILY.value(), 1),
        published(DAILY.value(), "1.0.0", 2),
        published(DAILY.value(), "1.1.0", 3));
    side.happened(
        published(DAILY.value(), "2.0.0", 10),
        new ContractVersionDeprecated(DAILY, "1.0.0", "2.0.0", day(40)),
        new ContractVersionDeprecated(DAILY, "1.1.0", "2.0.0", day(40)),
        rejected(DRAFT.value(), 11),
        new ContractSupportExtended(DAILY, "1.1.0", day(50), day(12), new Subject("owner")),
        new ContractSupportExtended(DAILY, "1.1.0", day(60), day(20), new Subject("owner")),
        new ContractVersionRetired(DAILY, "1.0.0", day(41)));
  }

  @AfterAll
  static void close() {
    side.close();
  }

  @Test
  void allSubmissionsAreToldInOrderWithWhatBecameOfThem() {
    assertThat(statuses(null))
        .containsExactly(
            "unreadable REJECTED", "1.0.0 RETIRED", "1.1.0 DEPRECATED", "2.0.0 ACTIVE");
    ContractVersionView first = find(null).versions().get(1);
    assertThat(first.deprecatedAt()).isEqualTo(day(10));
    assertThat(first.supportedUntil()).isEqualTo(day(40));
    assertThat(first.retiredAt()).isEqualTo(day(41));
    assertThat(first.sequence()).isEqualTo(1);
    assertThat(first.outline()).isNotNull();
    assertThat(first.verdict().violations()).hasSize(1);
    assertThat(find(null).versions().getFirst().outline()).isNull();
  }

  @Test
  void aContractIsAskedAsOfATime() {
    assertThat(statuses(day(2))).containsExactly("unreadable REJECTED", "1.0.0 ACTIVE");
    assertThat(statuses(day(10).minusNanos(1)))
        .containsExactly("unreadable REJECTED", "1.0.0 ACTIVE", "1.1.0 ACTIVE");
    assertThat(statuses(day(10)))
        .containsExactly(
            "unreadable REJECTED", "1.0.0 DEPRECATED", "1.1.0 DEPRECATED", "2.0.0 ACTIVE");
    assertThat(find(day(10)).versions().get(1).retiredAt()).isNull();
    assertThat(side.ask(new FindContracts(Set.of(DAILY), day(0)))).isEmpty();
  }

  @Test
  void supportIsAsLongAsItWasKnownThen() {
    assertThat(find(day(11)).versions().get(2).supportedUntil()).isEqualTo(day(40));
    assertThat(find(day(12)).versions().get(2).supportedUntil()).isEqualTo(day(50));
    assertThat(find(null).versions().get(2).supportedUntil()).isEqualTo(day(60));
    assertThat(find(null).versions().get(1).supportedUntil()).isEqualTo(day(40));
  }

  @Test
  void aProductHasAllItsContractsAlsoThoseThatNeverPassed() {
    List<ContractView> views =
        side.ask(
            new FindContractsOfProducts(
                Set.of(new ProductId("payments/settlements"), new ProductId("no/body"))));

    assertThat(views).extracting(ContractView::id).containsExactly(DAILY, DRAFT);
    assertThat(views.getLast().versions())
        .extracting(ContractVersionView::status)
        .containsExactly(ContractVersionStatus.REJECTED);
  }

  @Test
  void documentsAreGivenToTheCharacter() {
    SubmissionKey rejected = new SubmissionKey(DAILY, 0);
    SubmissionKey published = new SubmissionKey(DAILY, 1);

    Map<SubmissionKey, String> documents =
        side.ask(new FindDocuments(Set.of(rejected, published, new SubmissionKey(DAILY, 99))));

    assertThat(documents)
        .containsOnly(
            Map.entry(rejected, "not yaml: ["),
            Map.entry(published, "document of " + DAILY + " 1.0.0\n# ünïcode"));
  }

  private static ContractView find(Instant asOf) {
    return side.ask(new FindContracts(Set.of(DAILY, new ContractId("a/b/c")), asOf)).getFirst();
  }

  private static List<String> statuses(Instant asOf) {
    return find(asOf).versions().stream()
        .map(version -> version.version() + " " + version.status())
        .toList();
  }
}
