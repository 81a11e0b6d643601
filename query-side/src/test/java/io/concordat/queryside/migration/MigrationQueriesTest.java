package io.concordat.queryside.migration;

import static io.concordat.queryside.Samples.consumer;
import static io.concordat.queryside.Samples.day;
import static io.concordat.queryside.Samples.published;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.concordat.messages.Subject;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.migration.AffectedElements;
import io.concordat.messages.migration.FindMigrations;
import io.concordat.messages.migration.FindReaders;
import io.concordat.messages.migration.ListMigrations;
import io.concordat.messages.migration.MigrationAcknowledged;
import io.concordat.messages.migration.MigrationClosed;
import io.concordat.messages.migration.MigrationCompleted;
import io.concordat.messages.migration.MigrationExtended;
import io.concordat.messages.migration.MigrationExtensionDeclined;
import io.concordat.messages.migration.MigrationExtensionGranted;
import io.concordat.messages.migration.MigrationExtensionRequested;
import io.concordat.messages.migration.MigrationId;
import io.concordat.messages.migration.MigrationOpened;
import io.concordat.messages.migration.MigrationParticipant;
import io.concordat.messages.migration.MigrationParticipantJoined;
import io.concordat.messages.migration.MigrationParticipantLeft;
import io.concordat.messages.migration.MigrationReminded;
import io.concordat.messages.migration.MigrationStarted;
import io.concordat.messages.migration.MigrationStatus;
import io.concordat.messages.migration.MigrationView;
import io.concordat.messages.migration.MigrationView.Extension;
import io.concordat.messages.migration.MigrationView.Participant;
import io.concordat.messages.migration.MigrationView.Reminder;
import io.concordat.messages.migration.MigrationView.Step;
import io.concordat.messages.migration.ParticipantId;
import io.concordat.messages.migration.ParticipantStatus;
import io.concordat.messages.migration.ReaderView;
import io.concordat.messages.paging.PageRequest;
import io.concordat.queryside.ReadSide;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Migrations as their events tell them, and who reads a contract. */
class MigrationQueriesTest {

  private static final MigrationId DAILY =
      new MigrationId("payments/settlements/daily@1.4.0-rc.1+b.2");
  private static final MigrationId OTHER = new MigrationId("orders/carts/open@1.0.0");
  private static final ParticipantId DASHBOARD = new ParticipantId("finance:cfo-dashboard");
  private static final ParticipantId POSITIONS = new ParticipantId("treasury/positions/daily");
  private static final ParticipantId MODEL = new ParticipantId("risk:exposure");
  private static final Subject ANA = new Subject("ana");
  private static final AffectedElements AMOUNT =
      new AffectedElements(false, List.of("rows.amount"));

  private static ReadSide side;

  @BeforeAll
  static void migrations() {
    side = ReadSide.empty();
    side.happened(
        new MigrationOpened(
            DAILY,
            "2.0.0",
            AMOUNT,
            day(30),
            List.of(takesPart(DASHBOARD), takesPart(POSITIONS)),
            day(0)),
        new MigrationParticipantJoined(DAILY, takesPart(MODEL), day(3)),
        new MigrationAcknowledged(DAILY, DASHBOARD, day(4), ANA),
        new MigrationOpened(OTHER, "2.0.0", AMOUNT, day(35), List.of(), day(5)));
    side.happened(
        new MigrationStarted(DAILY, DASHBOARD, day(6), ANA),
        new MigrationExtensionRequested(DAILY, POSITIONS, day(40), "Quarter end", day(7), ANA),
        new MigrationExtensionRequested(DAILY, MODEL, day(99), "Slow", day(7), ANA),
        new MigrationExtensionGranted(DAILY, POSITIONS, day(40), day(8), ANA),
        new MigrationExtended(DAILY, day(40), day(8)),
        new MigrationExtensionDeclined(DAILY, MODEL, "Too long", day(9), ANA),
        new MigrationReminded(DAILY, 14, day(40), List.of(DASHBOARD, MODEL), day(26)),
        new MigrationCompleted(DAILY, DASHBOARD, day(27), ANA));
    side.happened(
        new MigrationClosed(DAILY, List.of(DASHBOARD), List.of(POSITIONS, MODEL), day(40)));
  }

  @AfterAll
  static void close() {
    side.close();
  }

  @Test
  void aMigrationIsWhatItsEventsTell() {
    MigrationView found = side.ask(new FindMigrations(Set.of(DAILY))).getFirst();

    assertThat(found)
        .isEqualTo(
            new MigrationView(
                DAILY,
                "2.0.0",
                MigrationStatus.CLOSED,
                AMOUNT,
                day(0),
                day(40),
                day(40),
                List.of(
                    new Participant(
                        DASHBOARD,
                        ParticipantStatus.DONE,
                        AMOUNT.elements(),
                        day(0),
                        new Step(day(4), ANA),
                        new Step(day(6), ANA),
                        new Step(day(27), ANA),
                        null),
                    new Participant(
                        MODEL,
                        ParticipantStatus.LATE,
                        AMOUNT.elements(),
                        day(3),
                        null,
                        null,
                        null,
                        new Extension(
                            day(99),
                            "Slow",
                            new Step(day(7), ANA),
                            false,
                            "Too long",
                            new Step(day(9), ANA))),
                    new Participant(
                        POSITIONS,
                        ParticipantStatus.LATE,
                        AMOUNT.elements(),
                        day(0),
                        null,
                        null,
                        null,
                        new Extension(
                            day(40),
                            "Quarter end",
                            new Step(day(7), ANA),
                            true,
                            null,
                            new Step(day(8), ANA)))),
                List.of(new Reminder(14, day(40), day(26), List.of(DASHBOARD, MODEL)))));
  }

  @Test
  void whoHasLeftIsToldAndWhoComesBackIsAsNew() {
    MigrationId own = new MigrationId("payments/left/daily@1.0.0");
    try (ReadSide fresh = ReadSide.empty()) {
      fresh.happened(
          new MigrationOpened(
              own,
              "2.0.0",
              AMOUNT,
              day(30),
              List.of(takesPart(DASHBOARD), takesPart(MODEL)),
              day(0)),
          new MigrationAcknowledged(own, DASHBOARD, day(1), ANA),
          new MigrationParticipantLeft(own, DASHBOARD, day(2)),
          new MigrationParticipantLeft(own, MODEL, day(2)),
          new MigrationParticipantJoined(own, takesPart(MODEL), day(3)));

      assertThat(fresh.ask(new FindMigrations(Set.of(own))).getFirst().participants())
          .extracting(Participant::id, Participant::status, Participant::announcedAt)
          .containsExactly(
              tuple(DASHBOARD, ParticipantStatus.LEFT, day(0)),
              tuple(MODEL, ParticipantStatus.ANNOUNCED, day(3)));
    }
  }

  @Test
  void unknownOnesAreLeftOut() {
    assertThat(side.ask(new FindMigrations(Set.of(new MigrationId("a/b/c@1.0.0"))))).isEmpty();
  }

  @Test
  void migrationsAreListedTheLatestOpenedFirst() {
    assertThat(list(null, null)).containsExactly(OTHER, DAILY);
    assertThat(list(MigrationStatus.OPEN, null)).containsExactly(OTHER);
    assertThat(list(MigrationStatus.CLOSED, null)).containsExactly(DAILY);
    assertThat(list(null, "payments")).containsExactly(DAILY);
    assertThat(list(null, "risk")).as("who joined later too").containsExactly(DAILY);
    assertThat(list(MigrationStatus.OPEN, "risk")).isEmpty();
    assertThat(list(null, "nobody")).isEmpty();
  }

  @Test
  void readersAreThoseWhoDeclareTheContractNow() {
    ContractId read = new ContractId("billing/invoices/daily");
    side.happened(
        published(read.value(), "1.0.0", 1),
        consumer("finance:report", 2, read.value()),
        consumer("finance:other", 2, "orders/carts/open"),
        published("ledger/entries/daily", "1.0.0", 3, read.value()),
        published("ledger/old/daily", "1.0.0", 3, read.value()),
        published("ledger/old/daily", "1.1.0", 4));

    assertThat(side.ask(new FindReaders(read)))
        .containsExactly(
            new ReaderView(new ParticipantId("finance:report"), List.of("rows.amount")),
            new ReaderView(new ParticipantId("ledger/entries/daily"), List.of()));
    assertThat(side.ask(new FindReaders(new ContractId("no/such/contract")))).isEmpty();
  }

  private static MigrationParticipant takesPart(ParticipantId participant) {
    return new MigrationParticipant(participant, AMOUNT.elements());
  }

  private static List<MigrationId> list(MigrationStatus status, String domain) {
    return side
        .ask(
            new ListMigrations(
                status, domain == null ? null : new DomainId(domain), PageRequest.first(10, null)))
        .entries()
        .stream()
        .map(entry -> entry.node().id())
        .toList();
  }
}
