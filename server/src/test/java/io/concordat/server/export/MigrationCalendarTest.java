package io.concordat.server.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.messages.Subject;
import io.concordat.messages.migration.AffectedElements;
import io.concordat.messages.migration.MigrationId;
import io.concordat.messages.migration.MigrationStatus;
import io.concordat.messages.migration.MigrationView;
import io.concordat.messages.migration.MigrationView.Extension;
import io.concordat.messages.migration.MigrationView.Participant;
import io.concordat.messages.migration.MigrationView.Step;
import io.concordat.messages.migration.ParticipantId;
import io.concordat.messages.migration.ParticipantStatus;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Files as RFC 5545 and Markdown want them. */
class MigrationCalendarTest {

  private static final Instant OPENED = Instant.parse("2026-11-01T09:00:00.500Z");
  private static final Instant END = OPENED.plus(Duration.ofDays(30));

  @Test
  void everyLineEndsAsTheStandardSaysAndIsFolded() {
    String calendar = MigrationCalendar.of("é, ; \\ \n x", OPENED, List.of(open()));

    assertThat(calendar).endsWith("END:VCALENDAR\r\n").doesNotContain("\n\n");
    assertThat(calendar.replace("\r\n", "")).doesNotContain("\r").doesNotContain("\n");
    assertThat(calendar.split("\r\n"))
        .allSatisfy(line ->
            assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75))
        .anySatisfy(line -> assertThat(line).startsWith(" "));
  }

  @Test
  void unfoldedItIsWhatWasMeant() {
    List<String> lines =
        Arrays.asList(
            MigrationCalendar.of("Migrations", OPENED, List.of(open()))
                .replace("\r\n ", "")
                .split("\r\n"));

    assertThat(lines)
        .startsWith("BEGIN:VCALENDAR", "VERSION:2.0")
        .contains(
            "DTSTAMP:20261101T090000Z",
            "UID:payments/settlements/daily@1.4.0-RETIREMENT@concordat",
            "DTSTART:20261201T090000Z",
            "DTSTART:20261130T090000Z",
            "SUMMARY:payments/settlements/daily 1.4.0 is retired in 1 day",
            "DESCRIPTION:Move from 1.4.0 to 2.0.0.\\nAffected: settlements.amount\\, settlements.fee."
                + "\\nNot moved yet: treasury/positions/daily (ANNOUNCED).");
    assertThat(lines.stream().filter("BEGIN:VEVENT"::equals)).hasSize(5);
    assertThat(lines.stream().filter(line -> line.startsWith("UID:")).distinct()).hasSize(5);
  }

  @Test
  void aFoldNeverCutsACharacter() {
    String calendar = Calendar.of("\uD83D\uDE80é".repeat(60), OPENED, List.of());

    assertThat(calendar.replace("\r\n ", "")).contains("\uD83D\uDE80é".repeat(60));
    assertThat(calendar.split("\r\n"))
        .allSatisfy(line ->
            assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
  }

  @Test
  void controlCharactersDoNotComeThrough() {
    assertThat(Calendar.text("a\u0000b\r\nEND:VCALENDAR\tc")).isEqualTo("ab\\nEND:VCALENDARc");
  }

  @Test
  void theReportSaysWhoMovedAndWhoDidNot() {
    assertThat(MigrationReport.of(open()))
        .startsWith("# payments/settlements/daily: from 1.4.0 to 2.0.0\n")
        .contains("Open; the old version is served until 2026-12-01 09:00 UTC. 1 of 2 have moved.")
        .contains("## Not moved yet\n\n- `treasury/positions/daily`: `settlements.amount`\n")
        .contains("| `finance:cfo-dashboard` | finance | DONE | 2026-11-01 09:00 UTC |")
        .contains("- 2026-12-01 09:00 UTC: retirement (to come)");
  }

  @Test
  void whatPeopleWroteIsNeverMarkup() {
    assertThat(MigrationReport.of(open()))
        .contains("\\<script\\>alert\\(1\\)\\</script\\> \\| x")
        .doesNotContain("<script>");
  }

  @Test
  void aHostileElementNameStaysInItsCodeSpan() {
    assertThat(MigrationReport.of(open("a`<img src=x>`b", "``", "c` [x](javascript:1)\n# d")))
        .contains("Affected: ``` `` ```, ``a`<img src=x>`b``, ``c` [x](javascript:1) # d``.\n")
        .contains("- `treasury/positions/daily`: ``a`<img src=x>`b``\n");
  }

  private static MigrationView open() {
    return open("settlements.amount", "settlements.fee");
  }

  /** The first element is the one that the readers read. */
  private static MigrationView open(String... affected) {
    Step ana = new Step(OPENED, new Subject("ana"));
    return new MigrationView(
        new MigrationId("payments/settlements/daily@1.4.0"),
        "2.0.0",
        MigrationStatus.OPEN,
        new AffectedElements(false, List.of(affected)),
        OPENED,
        END,
        null,
        List.of(
            new Participant(
                new ParticipantId("finance:cfo-dashboard"),
                ParticipantStatus.DONE,
                List.of(affected[0]),
                OPENED,
                ana,
                null,
                ana,
                null),
            new Participant(
                new ParticipantId("treasury/positions/daily"),
                ParticipantStatus.ANNOUNCED,
                List.of(affected[0]),
                OPENED,
                null,
                null,
                null,
                new Extension(END, "<script>alert(1)</script>\n| x", ana, null, null, null))),
        List.of());
  }
}
