package io.concordat.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.messages.Subject;
import io.concordat.messages.compliance.Standing;
import io.concordat.messages.council.ProposalId;
import io.concordat.messages.council.VotersReminded;
import io.concordat.messages.incident.IncidentSeverity;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.migration.AffectedElements;
import io.concordat.messages.migration.MigrationClosed;
import io.concordat.messages.migration.MigrationId;
import io.concordat.messages.migration.MigrationOpened;
import io.concordat.messages.migration.MigrationParticipant;
import io.concordat.messages.migration.MigrationReminded;
import io.concordat.messages.migration.ParticipantId;
import io.concordat.messages.scorecard.DomainEscalated;
import io.concordat.messages.scorecard.ScorecardPublished;
import io.concordat.messages.scorecard.ScorecardRow;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is told of migrations, scorecards and ballots, and to whom. */
class NoticeTextsTest {

  private static final MigrationId MIGRATION = new MigrationId("payments/settlements/daily@1.4.0");
  private static final Instant END = Instant.parse("2026-12-24T00:00:00Z");
  private static final ParticipantId BOARD = new ParticipantId("finance:cfo-dashboard");
  private static final ParticipantId POSITIONS = new ParticipantId("treasury/positions/daily");
  private static final YearMonth MONTH = YearMonth.of(2026, 2);

  @Test
  void whoReadsAVersionIsToldThatItEnds() {
    Notice notice =
        MigrationNotices.of(
            new MigrationOpened(
                MIGRATION,
                "2.0.0",
                new AffectedElements(true, List.of()),
                END,
                List.of(
                    new MigrationParticipant(BOARD, List.of()),
                    new MigrationParticipant(POSITIONS, List.of())),
                Notices.AT));
    assertThat(notice.severity()).isEqualTo(IncidentSeverity.LOW);
    assertThat(notice.subject()).isEqualTo("migration:payments/settlements/daily@1.4.0");
    assertThat(notice.summary())
        .isEqualTo("Version 1.4.0 is retired on 2026-12-24T00:00:00Z: version 2.0.0 breaks it.");
    assertThat(notice.readers())
        .containsExactly(
            new Reader("finance:cfo-dashboard", "CONSUMER", new DomainId("finance"), 1),
            new Reader("treasury/positions/daily", "CONTRACT", new DomainId("treasury"), 1));
  }

  @ParameterizedTest
  @CsvSource({"14, MEDIUM, in 14 days", "7, MEDIUM, in 7 days", "1, HIGH, in 1 day,"})
  void theLastReminderIsTheLoudest(int days, IncidentSeverity severity, String summary) {
    Notice notice =
        MigrationNotices.of(
            new MigrationReminded(MIGRATION, days, END, List.of(BOARD), Notices.AT));
    assertThat(notice.severity()).isEqualTo(severity);
    assertThat(notice.summary()).contains(summary);
    assertThat(notice.readers()).hasSize(1);
  }

  @Test
  void whoOffersAVersionIsToldWhatBecameOfIt() {
    Notice late =
        MigrationNotices.of(
            new MigrationClosed(MIGRATION, List.of(POSITIONS), List.of(BOARD), Notices.AT));
    assertThat(late.summary()).isEqualTo("Version 1.4.0 is retired. 1 had moved, 1 had not.");
    assertThat(late.severity()).isEqualTo(IncidentSeverity.MEDIUM);
    Notice done =
        MigrationNotices.of(
            new MigrationClosed(MIGRATION, List.of(POSITIONS), List.of(), Notices.AT));
    assertThat(done.severity()).isEqualTo(IncidentSeverity.LOW);
  }

  @Test
  void ofAMonthTheBestAndThoseInNeedAreTold() {
    List<Notice> notices =
        ScorecardNotices.of(
            new ScorecardPublished(
                MONTH,
                List.of(row(1, "payments", 99.9, 0), row(2, "risk", 97, 0), row(3, "sales", 90, 2)),
                List.of(),
                Notices.AT,
                new Subject("system")));
    assertThat(notices)
        .extracting(notice -> notice.topic() + " " + notice.domain() + ": " + notice.summary())
        .containsExactly(
            "domain.recognised payments: 99.90 percent of its checks passed in 2026-02: rank 1.",
            "domain.in-need sales: 90.00 percent of its checks passed in 2026-02: it needs"
                + " support, the 2. month in a row.");
  }

  @Test
  void aDirectorIsNotNamed() {
    Notice notice =
        ScorecardNotices.of(
            new DomainEscalated(
                new DomainId("sales"), MONTH, new Subject("director-3"), 3, 90.5, Notices.AT));
    assertThat(notice.summary())
        .isEqualTo(
            "90.50 percent of its checks passed in 2026-02, too little, the 3. month in a row: its"
                + " engineering director is asked.");
    assertThat(notice.severity()).isEqualTo(IncidentSeverity.HIGH);
  }

  @ParameterizedTest
  @CsvSource({"3, MEDIUM, in 3 days", "1, HIGH, in 1 day,"})
  void eachDomainWhoseVoteIsMissingIsTold(int days, IncidentSeverity severity, String summary) {
    List<Notice> notices =
        ProposalNotices.of(
            new VotersReminded(
                ProposalId.of(Notices.INCIDENT),
                1,
                days,
                END,
                List.of(new DomainId("payments"), new DomainId("risk")),
                Notices.AT));
    assertThat(notices)
        .extracting(Notice::domain)
        .containsExactly(new DomainId("payments"), new DomainId("risk"));
    assertThat(notices)
        .allSatisfy(notice -> {
          assertThat(notice.severity()).isEqualTo(severity);
          assertThat(notice.summary()).contains(summary);
        });
  }

  @ParameterizedTest
  @EnumSource
  void aKindIsFoundByItsTopic(NoticeKind kind) {
    assertThat(NoticeKind.ofTopic(kind.topic())).contains(kind);
    assertThat(kind.topic()).matches("(incident|budget|migration|domain|proposal)\\.[a-z-]+");
  }

  private static ScorecardRow row(int rank, String domain, double percent, int monthsInNeed) {
    return new ScorecardRow(
        rank,
        new DomainId(domain),
        percent,
        null,
        1_000,
        Standing.of(percent),
        monthsInNeed,
        0,
        null,
        null,
        0,
        0);
  }
}
