package io.concordat.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concordat.eventstore.serialization.LogicalNameSerializer;
import io.concordat.eventstore.serialization.RequestDigest;
import io.concordat.eventstore.serialization.Upcasters;
import io.concordat.messages.Event;
import io.concordat.messages.EventCatalog;
import io.concordat.messages.EventType;
import io.concordat.messages.Subject;
import io.concordat.messages.contract.BudgetRead;
import io.concordat.messages.contract.ContractAssessed;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.contract.ContractVersionRejected;
import io.concordat.messages.contract.DriftRead;
import io.concordat.messages.contract.VerdictBasis;
import io.concordat.messages.council.ProposalId;
import io.concordat.messages.council.ReviseProposal;
import io.concordat.messages.mesh.DatasetName;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.policy.PolicyChange;
import io.concordat.messages.policy.Severity;
import io.concordat.messages.policy.Verdict;
import io.concordat.messages.policy.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.UnknownSerializedType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The stored form of every event, one file per revision. Files are never changed: what has been
 * stored stays as it is.
 */
class GoldenEventsTest {

  private static final LogicalNameSerializer SERIALIZER = LogicalNameSerializer.create();

  static Stream<Event> samples() {
    return SampleEvents.all();
  }

  static Stream<String> names() {
    return EventCatalog.byName().keySet().stream().sorted();
  }

  @Test
  void everyTypeHasASample() {
    assertThat(samples().map(Event::getClass).collect(Collectors.<Class<?>>toSet()))
        .containsExactlyInAnyOrderElementsOf(Set.copyOf(EventCatalog.byName().values()));
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyRevisionHasAFileThatIsStillRead(String name) throws IOException {
    int newest = EventCatalog.byName().get(name).getAnnotation(EventType.class).revision();
    for (int revision : IntStream.rangeClosed(1, newest).toArray()) {
      byte[] stored =
          golden(name, revision)
              .orElseThrow(
                  () -> new AssertionError("events/" + name + " has no file for a revision"));
      assertThat(read(name, revision, stored)).isInstanceOf(EventCatalog.byName().get(name));
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theWriterOfTodayWritesTheNewestFile(Event event) throws IOException {
    SerializedObject<byte[]> written = SERIALIZER.serialize(event, byte[].class);
    EventType type = event.getClass().getAnnotation(EventType.class);
    assertThat(written.getType().getName()).isEqualTo(type.value());
    assertThat(written.getType().getRevision()).isEqualTo(Integer.toString(type.revision()));
    Optional<byte[]> golden = golden(type.value(), type.revision());
    if (golden.isEmpty()) {
      Path proposal = Path.of("target", "golden", type.value(), "r" + type.revision() + ".json");
      Files.createDirectories(proposal.getParent());
      Files.write(proposal, written.getData());
      throw new AssertionError("No golden file; today's writer would write " + proposal);
    }
    assertThat(new String(written.getData(), StandardCharsets.UTF_8))
        .isEqualTo(new String(golden.get(), StandardCharsets.UTF_8));
    assertThat(read(type.value(), type.revision(), golden.get())).isEqualTo(event);
  }

  @Test
  void aViolationIsStoredWithItsColumnWhereItIsKnown() {
    Event event =
        new ContractVersionRejected(
            new ContractId("payments/settlements/daily"),
            null,
            "a: [",
            "00",
            new Verdict(1, List.of(new Violation("yaml", Severity.ERROR, "$", 1, 5, "Close it."))),
            null,
            Instant.parse("2026-03-01T09:30:00Z"),
            new Subject("ana.costa"));
    byte[] written = SERIALIZER.serialize(event, byte[].class).getData();
    assertThat(new String(written, StandardCharsets.UTF_8)).contains("\"line\":1,\"column\":5,");
    assertThat(read("contract.version-rejected", 1, written)).isEqualTo(event);
  }

  @Test
  void whatWasLeftOfBudgetsIsStoredWithTheVerdictWhereAPolicyAsked() {
    Instant at = Instant.parse("2026-03-01T09:30:00Z");
    BudgetRead budget =
        new BudgetRead(
            true,
            at,
            "2026-03",
            List.of(new BudgetRead.Share("freshness", 99.5, 1_000, 7, 5.25, true)));
    Event event =
        new ContractAssessed(
            new ContractId("payments/settlements/daily"),
            "1.4.0",
            new Verdict(4, List.of()),
            new VerdictBasis("1.3.2", List.of(), null, budget),
            at);
    byte[] written = SERIALIZER.serialize(event, byte[].class).getData();
    assertThat(new String(written, StandardCharsets.UTF_8))
        .contains("\"budget\":{\"known\":true,\"asOf\":\"2026-03-01T09:30:00Z\"")
        .doesNotContain("drift");
    assertThat(read("contract.assessed", 1, written)).isEqualTo(event);
  }

  @Test
  void whatJobsWereSeenToDoIsStoredWithTheVerdictWhereAPolicyAsked() {
    Instant at = Instant.parse("2026-03-01T09:30:00Z");
    DatasetName table = new DatasetName("postgres://db:5432", "a.b.c");
    for (DriftRead drift :
        List.of(
            DriftRead.unknown(at),
            new DriftRead(
                true,
                at,
                17L,
                at.minusSeconds(5),
                List.of(new DriftRead.Undeclared("fraud/decisions/decision", table, at)),
                List.of("ledger/entries/daily"),
                List.of(
                    new DriftRead.Difference(
                        "settlements.amount", DriftRead.Kind.TYPE, table, "number", null))))) {
      Event event =
          new ContractAssessed(
              new ContractId("payments/settlements/daily"),
              "1.4.0",
              new Verdict(4, List.of()),
              new VerdictBasis("1.3.2", List.of(), drift, null),
              at);
      byte[] written = SERIALIZER.serialize(event, byte[].class).getData();
      assertThat(new String(written, StandardCharsets.UTF_8))
          .contains("\"drift\":{\"known\":" + drift.known() + ",\"asOf\":\"2026-03-01T09:30:00Z\"");
      assertThat(read("contract.assessed", 1, written)).isEqualTo(event);
    }
  }

  @Test
  void aMissingComponentIsNotReadAsNull() {
    assertThatThrownBy(() ->
            read(
                "incident.acknowledged",
                1,
                bytes(
                    "{\"incident\":\"0195f0a1-0000-7000-8000-000000000002\","
                        + "\"acknowledgedAt\":\"2026-03-01T09:30:00Z\"}")))
        .isInstanceOf(SerializationException.class)
        .hasStackTraceContaining("acknowledgedBy");
  }

  @Test
  void aNullWhereNoneMayBeIsRefusedAlsoWithinLists() {
    assertThatThrownBy(() ->
            read(
                "incident.acknowledged",
                1,
                bytes(
                    "{\"incident\":\"0195f0a1-0000-7000-8000-000000000002\","
                        + "\"acknowledgedAt\":null,\"acknowledgedBy\":\"ana\"}")))
        .isInstanceOf(SerializationException.class);
    assertThatThrownBy(() ->
            read(
                "proposal.sent-back",
                1,
                bytes(
                    "{\"proposal\":\"0195f0a1-0000-7000-8000-000000000001\",\"round\":1,"
                        + "\"reason\":\"OBJECTIONS\",\"objections\":[null],"
                        + "\"sentBackAt\":\"2026-03-01T09:30:00Z\"}")))
        .isInstanceOf(SerializationException.class);
  }

  @Test
  void anOptionalComponentMayBeMissingAndAnUnknownOneIsIgnored() {
    Object event =
        read(
            "proposal.withdrawn",
            1,
            bytes(
                "{\"proposal\":\"0195f0a1-0000-7000-8000-000000000001\",\"round\":1,"
                    + "\"withdrawnBy\":\"ana.costa\",\"withdrawnAt\":\"2026-03-31T09:30:00.125Z\","
                    + "\"of-a-later-day\":true}"));
    assertThat(samples()).contains((Event) event);
  }

  @Test
  void aClassNameInTheStoreIsNotAnInvitation() {
    assertThat(read("java.lang.Runtime", 1, bytes("{}"))).isInstanceOf(UnknownSerializedType.class);
    assertThat(read("io.concordat.messages.mesh.DomainRegistered", 1, bytes("{}")))
        .isInstanceOf(UnknownSerializedType.class);
  }

  @Test
  void aDigestDoesNotDependOnTheOrderOfASet() {
    List<DomainId> domains =
        IntStream.range(0, 20).mapToObj(i -> new DomainId("domain-" + i)).toList();
    ReviseProposal one = revise(new java.util.LinkedHashSet<>(domains));
    ReviseProposal other = revise(new java.util.LinkedHashSet<>(domains.reversed()));
    assertThat(RequestDigest.of(one)).isEqualTo(RequestDigest.of(other)).hasSize(64);
    assertThat(RequestDigest.of(revise(Set.of()))).isNotEqualTo(RequestDigest.of(one));
  }

  private static ReviseProposal revise(Set<DomainId> addressed) {
    return new ReviseProposal(
        ProposalId.of("0195f0a1-0000-7000-8000-000000000001"),
        "Title",
        "Why",
        new PolicyChange.RetirePolicy("p"),
        addressed);
  }

  private static Object read(String name, int revision, byte[] stored) {
    DomainEventData<?> entry =
        new GenericDomainEventEntry<>(
            "type",
            "stream",
            0,
            "event",
            java.time.Instant.EPOCH,
            name,
            Integer.toString(revision),
            stored,
            bytes("{}"));
    return EventStreamUtils.upcastAndDeserializeDomainEvents(
            Stream.of(entry), SERIALIZER, Upcasters.chain())
        .asStream()
        .map(DomainEventMessage::getPayload)
        .findFirst()
        .orElseThrow();
  }

  private static Optional<byte[]> golden(String name, int revision) throws IOException {
    try (InputStream file =
        GoldenEventsTest.class.getResourceAsStream("/events/" + name + "/r" + revision + ".json")) {
      return file == null ? Optional.empty() : Optional.of(file.readAllBytes());
    }
  }

  private static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }
}
