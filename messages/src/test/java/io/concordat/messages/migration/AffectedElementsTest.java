package io.concordat.messages.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concordat.messages.InvalidValue;
import io.concordat.messages.contract.ContractId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AffectedElementsTest {

  @ParameterizedTest
  @CsvSource({
    "orders.amount, orders.amount, true",
    "orders.amount, orders.amount.currency, true",
    "orders.amount.currency, orders.amount, true",
    "orders.lines[].price, orders.lines, true",
    "orders.lines, orders.lines[].price, true",
    "orders.lines[], orders.lines[].price, true",
    "orders, orders.id, true",
    "orders.id, orders, true",
    "orders.amount, orders.amounts, false",
    "orders.amount, orders.id, false",
    "orders.amount, refunds.amount, false",
    "orders, orders2.id, false"
  })
  void whoReadsAnElementOrAPartOfItTouchesIt(String element, String field, boolean touches) {
    AffectedElements affected = new AffectedElements(false, List.of(element));

    assertThat(affected.touchedBy(List.of(field)).isPresent()).isEqualTo(touches);
    assertThat(affected.touchedBy(List.of("other.thing", field)).isPresent()).isEqualTo(touches);
  }

  @Test
  void whoMayReadAllTouchesAll() {
    AffectedElements affected = new AffectedElements(false, List.of("b.y", "a.x", "a.x"));

    assertThat(affected.touchedBy(List.of())).contains(List.of("a.x", "b.y"));
    assertThat(affected.touchedBy(List.of("b"))).contains(List.of("b.y"));
  }

  @Test
  void aBreakOfTheWholeTouchesEverybodyAndNoBreakNobody() {
    assertThat(new AffectedElements(true, List.of()).touchedBy(List.of("a.x"))).contains(List.of());
    assertThat(new AffectedElements(true, List.of("a.y")).touchedBy(List.of("a.x")))
        .contains(List.of());
    assertThat(new AffectedElements(false, List.of()).touchedBy(List.of())).isEmpty();
  }

  @Test
  void anIdNamesAContractAndAVersion() {
    MigrationId id = new MigrationId("payments/settlements/daily@2.0.0-rc.1+build.5");

    assertThat(id.contract()).isEqualTo(new ContractId("payments/settlements/daily"));
    assertThat(id.version()).isEqualTo("2.0.0-rc.1+build.5");
    assertThat(MigrationId.of(id.contract(), id.version())).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a/b/c", "a/b/c@", "a/b@1.0.0", "a/b/c@1 0", "a/b/c@1/0", "a/b/c@1@0", "@1"})
  void whatIsNoIdIsRefused(String text) {
    assertThatThrownBy(() -> new MigrationId(text)).isInstanceOf(InvalidValue.class);
  }

  @Test
  void aParticipantIsAConsumerOrAContract() {
    ParticipantId consumer = new ParticipantId("finance:cfo-dashboard");
    ParticipantId contract = new ParticipantId("treasury/positions/daily");

    assertThat(consumer.kind()).isEqualTo(ParticipantKind.CONSUMER);
    assertThat(consumer.domain().value()).isEqualTo("finance");
    assertThat(contract.kind()).isEqualTo(ParticipantKind.CONTRACT);
    assertThat(contract.domain().value()).isEqualTo("treasury");
    assertThatThrownBy(() -> new ParticipantId("treasury/positions"))
        .isInstanceOf(InvalidValue.class);
  }
}
