package io.concordat.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concordat.eventstore.command.CommandOptions;
import io.concordat.eventstore.command.Commands;
import io.concordat.eventstore.command.Receipt;
import io.concordat.eventstore.stream.StreamReader;
import io.concordat.messages.Command;
import io.concordat.messages.decision.CommandRejected;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.incident.AcknowledgeIncident;
import io.concordat.messages.incident.IncidentId;
import io.concordat.messages.incident.IncidentOpened;
import io.concordat.messages.incident.IncidentSeverity;
import io.concordat.messages.incident.OpenIncident;
import io.concordat.messages.incident.ResolutionCause;
import io.concordat.messages.incident.ResolveIncident;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.mesh.DomainRegistered;
import io.concordat.messages.mesh.ProductId;
import io.concordat.messages.mesh.RegisterDomain;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CommandsTest {

  private static House house;

  @BeforeAll
  static void open() {
    house = House.overNewDatabase();
  }

  @AfterAll
  static void close() {
    house.close();
  }

  static OpenIncident openIncident() {
    return new OpenIncident(
        new IncidentId(TimeOrderedIds.next()),
        new ProductId("payments/settlements"),
        null,
        "freshness",
        IncidentSeverity.HIGH,
        "Late.");
  }

  static RegisterDomain register(String slug) {
    return new RegisterDomain(new DomainId(slug), "Payments", "Pays.", null);
  }

  static void assertRejected(RejectionCode code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            CommandRejected.class,
            rejected -> assertThat(rejected.rejection().code()).isEqualTo(code));
  }

  @Test
  void aReceiptTellsWhatWasStored() {
    OpenIncident open = openIncident();
    Receipt first = house.send(open);
    Receipt second = house.send(new AcknowledgeIncident(open.incident()));

    assertThat(first.appended())
        .singleElement()
        .satisfies(event -> {
          assertThat(event.stream()).isEqualTo(open.stream());
          assertThat(event.sequenceNumber()).isZero();
          assertThat(event.eventType()).isEqualTo("incident.opened");
        });
    assertThat(second.lastOf(open.stream()).orElseThrow().sequenceNumber()).isEqualTo(1);
    assertThat(second.highestIndex().orElseThrow())
        .isGreaterThan(first.highestIndex().orElseThrow());
    StreamReader streams = house.bean(StreamReader.class);
    assertThat(streams.read(open.stream())).hasSize(2);
    assertThat(streams.read(open.stream(), Set.of(IncidentOpened.class)))
        .singleElement()
        .isInstanceOf(IncidentOpened.class);
    assertThat(streams.read(open.stream(), Set.of(DomainRegistered.class))).isEmpty();
  }

  @Test
  void nothingToDoGivesAnEmptyReceipt() {
    house.send(register("quiet"));
    assertThat(house.send(register("quiet"))).isEqualTo(Receipt.EMPTY);
  }

  @Test
  void aCommandThatChangesNothingOnAMissingStreamLeavesNoTrace() {
    Command nothing = new RegisterDomain(new DomainId("never-there"), "nothing", "x", null);
    assertThat(house.send(nothing)).isEqualTo(Receipt.EMPTY);
    assertThat(house.bean(StreamReader.class).exists(nothing.stream())).isFalse();
    assertThat(house.send(register("never-there")).appended()).hasSize(1);
  }

  @Test
  void aRejectionComesBackAsItIs() {
    assertRejected(
        RejectionCode.NOT_ALLOWED,
        () -> house.send(new RegisterDomain(new DomainId("no"), "refused", "x", null)));
    assertThat(house.send(register("no")).appended()).hasSize(1);
  }

  @Test
  void aMissingStreamIsNotFoundByItsType() {
    assertRejected(
        RejectionCode.INCIDENT_NOT_FOUND,
        () -> house.send(new AcknowledgeIncident(new IncidentId(TimeOrderedIds.next()))));
  }

  @Test
  void theSameKeyWithTheSameRequestAnswersWithTheFirstReceipt() {
    CommandOptions key = CommandOptions.NONE.withIdempotencyKey("k-1");
    OpenIncident open = openIncident();
    house.send(open);
    AcknowledgeIncident acknowledge = new AcknowledgeIncident(open.incident());

    Receipt first = house.send(acknowledge, House.ANA, key);
    Receipt again = house.send(acknowledge, House.ANA, key);

    assertThat(again).isEqualTo(first);
    assertThat(house.bean(StreamReader.class).head(open.stream())).hasValue(1);
  }

  @Test
  void aRepetitionIsKnownEvenWhereTheRulesWouldNowSayNo() {
    CommandOptions key = CommandOptions.NONE.withIdempotencyKey("k-2");
    OpenIncident open = openIncident();
    assertThat(house.send(open, House.ANA, key)).isEqualTo(house.send(open, House.ANA, key));
  }

  @Test
  void theSameKeyWithAnotherRequestIsRefused() {
    CommandOptions key = CommandOptions.NONE.withIdempotencyKey("k-3");
    house.send(openIncident(), House.ANA, key);
    assertRejected(
        RejectionCode.IDEMPOTENCY_KEY_REUSED, () -> house.send(openIncident(), House.ANA, key));
  }

  @Test
  void aRequestDigestStandsForTheRequestWhereIdsAreMadeAnew() {
    CommandOptions options =
        CommandOptions.NONE.withIdempotencyKey("k-4").withRequestDigest("the input");
    assertThat(house.send(openIncident(), House.ANA, options))
        .isEqualTo(house.send(openIncident(), House.ANA, options));
  }

  @Test
  void keysBelongToTheirSubject() {
    CommandOptions key = CommandOptions.NONE.withIdempotencyKey("k-5");
    assertThat(house.send(openIncident(), House.ANA, key))
        .isNotEqualTo(house.send(openIncident(), House.BEN, key));
  }

  @Test
  void manyAtOnceWithOneKeyStoreOnce() {
    CommandOptions key = CommandOptions.NONE.withIdempotencyKey("k-6");
    OpenIncident open = openIncident();
    house.send(open);
    List<CompletableFuture<Receipt>> answers =
        IntStream.range(0, 16)
            .mapToObj(i ->
                house
                    .bean(Commands.class)
                    .send(new AcknowledgeIncident(open.incident()), House.ANA, key))
            .toList();
    assertThat(answers.stream().map(CompletableFuture::join).distinct()).hasSize(1);
    assertThat(house.bean(StreamReader.class).head(open.stream())).hasValue(1);
  }

  @Test
  void aStaleVersionIsRefused() {
    OpenIncident open = openIncident();
    house.send(open, House.ANA, CommandOptions.NONE.withExpectedVersion(-1L));
    AcknowledgeIncident acknowledge = new AcknowledgeIncident(open.incident());
    house.send(acknowledge, House.ANA, CommandOptions.NONE.withExpectedVersion(0L));
    assertRejected(
        RejectionCode.STALE_VERSION,
        () -> house.send(acknowledge, House.ANA, CommandOptions.NONE.withExpectedVersion(0L)));
    assertThat(house.bean(StreamReader.class).head(open.stream())).hasValue(1);
  }

  @Test
  void ofManyThatSawTheSameVersionOneIsAccepted() {
    OpenIncident open = openIncident();
    house.send(open);
    CommandOptions first = CommandOptions.NONE.withExpectedVersion(0L);
    long accepted =
        IntStream.range(0, 12)
            .mapToObj(i ->
                house
                    .bean(Commands.class)
                    .send(new AcknowledgeIncident(open.incident()), House.ANA, first)
                    .handle((receipt, failure) -> failure == null))
            .toList()
            .stream()
            .filter(CompletableFuture::join)
            .count();
    assertThat(accepted).isEqualTo(1);
    assertThat(house.bean(StreamReader.class).head(open.stream())).hasValue(1);
  }

  @Test
  void twoStreamsOfOneDecisionAreStoredTogetherOrNotAtAll() {
    OpenIncident open = openIncident();
    house.send(open);
    Receipt both =
        house.send(new ResolveIncident(open.incident(), ResolutionCause.FIXED, "two-streams"));
    assertThat(both.appended())
        .extracting(Receipt.Appended::eventType)
        .containsExactly("incident.resolved", "domain.registered");
    assertThat(both.appended().get(1).globalIndex())
        .isEqualTo(both.appended().get(0).globalIndex() + 1);
  }

  @Test
  void sixteenClientsOnOneStreamAllSucceed() {
    OpenIncident open = openIncident();
    house.send(open);
    List<CompletableFuture<Receipt>> answers =
        IntStream.range(0, 200)
            .mapToObj(i ->
                house
                    .bean(Commands.class)
                    .send(new AcknowledgeIncident(open.incident()), House.ANA))
            .toList();
    answers.forEach(CompletableFuture::join);
    assertThat(house.bean(StreamReader.class).head(open.stream())).hasValue(200);
  }
}
