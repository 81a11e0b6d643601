package io.concordat.notification.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.messages.incident.IncidentSeverity;
import io.concordat.messages.mesh.DomainId;
import io.concordat.notification.Notice;
import io.concordat.notification.NoticeKind;
import io.concordat.notification.Notices;
import io.concordat.notification.Reader;
import io.concordat.notification.routing.Channel.Wait;
import java.net.URI;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChannelTest {

  private static final URI URL = URI.create("https://hooks.example/T0/B0/secret");

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          '',              LOW,      '',              OPENED,   LOW,      true
          payments,        LOW,      '',              OPENED,   LOW,      true
          payments risk,   LOW,      '',              RESOLVED, CRITICAL, true
          risk,            LOW,      '',              OPENED,   CRITICAL, false
          '',              HIGH,     '',              OPENED,   MEDIUM,   false
          '',              HIGH,     '',              OPENED,   HIGH,     true
          '',              HIGH,     '',              OPENED,   CRITICAL, true
          '',              LOW,      OPENED,          OPENED,   LOW,      true
          '',              LOW,      OPENED RESOLVED, RESOLVED, LOW,      true
          '',              LOW,      OPENED,          ACKNOWLEDGED, CRITICAL, false
          """)
  void aNoticeGoesWhereDomainSeverityAndKindFit(
      String domains,
      IncidentSeverity from,
      String kinds,
      NoticeKind kind,
      IncidentSeverity severity,
      boolean goes) {
    Channel channel =
        new Channel(
            "c",
            new Target.Slack(URL),
            words(domains).stream().map(DomainId::new).collect(Collectors.toSet()),
            from,
            words(kinds).stream().map(NoticeKind::valueOf).collect(Collectors.toSet()),
            null,
            null);
    assertThat(channel.takes(Notices.of(kind, severity)).isPresent()).isEqualTo(goes);
  }

  @Test
  void thoseDownstreamAreToldByTheirOwnDomainsAndNotPaged() {
    Reader ledger = reader("finance/ledger", "finance");
    Reader board = reader("risk:board", "risk");
    Notice notice =
        Notices.of(NoticeKind.DOWNSTREAM_TOLD, IncidentSeverity.HIGH)
            .reaching(List.of(ledger, board));
    assertThat(taken(new Target.Slack(URL), Set.of("finance"), notice)).containsExactly(ledger);
    assertThat(taken(new Target.Slack(URL), Set.of(), notice)).containsExactly(ledger, board);
    assertThat(taken(new Target.Slack(URL), Set.of("payments"), notice)).isEmpty();
    assertThat(taken(new Target.PagerDuty(URL, "key"), Set.of(), notice)).isEmpty();
  }

  private static List<Reader> taken(Target target, Set<String> domains, Notice notice) {
    return new Channel(
            "c",
            target,
            domains.stream().map(DomainId::new).collect(Collectors.toSet()),
            IncidentSeverity.LOW,
            Set.of(),
            null,
            null)
        .takes(notice)
        .map(Notice::readers)
        .orElse(List.of());
  }

  private static Reader reader(String id, String domain) {
    return new Reader(id, "DASHBOARD", new DomainId(domain), 1);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          MIGRATION_REMINDED, HIGH
          DOMAIN_ESCALATED,   HIGH
          DOWNSTREAM_TOLD,    CRITICAL
          """)
  void nobodyIsWokenForWhatCanWait(NoticeKind kind, IncidentSeverity severity) {
    Notice notice =
        Notices.of(kind, severity).reaching(List.of(reader("payments:board", "payments")));
    assertThat(channel(new Target.PagerDuty(URL, "key"), null, null).takes(notice)).isEmpty();
    assertThat(channel(new Target.Slack(URL), null, null).takes(notice)).contains(notice);
  }

  /** At 10:15, quiet from 9 to 11, digests at 9:30 and 10:30, both or either of them. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          true,  false, HIGH,     2026-03-02T11:00:00Z, false
          true,  false, CRITICAL, ,                     false
          false, true,  LOW,      2026-03-02T10:30:00Z, true
          false, true,  MEDIUM,   2026-03-02T10:30:00Z, true
          false, true,  HIGH,     ,                     false
          true,  true,  LOW,      2026-03-02T11:00:00Z, true
          true,  true,  HIGH,     2026-03-02T11:00:00Z, false
          false, false, LOW,      ,                     false
          """)
  void aNoticeWaitsForTheEndOfQuietAndForItsDigest(
      boolean quiet,
      boolean digests,
      IncidentSeverity severity,
      @Nullable Instant until,
      boolean gathered) {
    ZoneId utc = ZoneId.of("UTC");
    Channel channel =
        channel(
            new Target.Slack(URL),
            quiet ? new QuietHours(utc, LocalTime.of(9, 0), LocalTime.of(11, 0)) : null,
            digests
                ? new DigestTimes(
                    utc, List.of(LocalTime.of(10, 30), LocalTime.of(9, 30)), IncidentSeverity.HIGH)
                : null);
    assertThat(channel.waits(Notices.of(NoticeKind.OPENED, severity), Notices.AT))
        .isEqualTo(Optional.ofNullable(until).map(time -> new Wait(time, gathered)));
  }

  private static Channel channel(
      Target target, @Nullable QuietHours quiet, @Nullable DigestTimes digest) {
    return new Channel("c", target, Set.of(), IncidentSeverity.LOW, Set.of(), quiet, digest);
  }

  @Test
  void theTextOfAChannelTellsNeitherAddressNorKey() {
    for (Target target :
        new Target[] {
          new Target.Slack(URL),
          new Target.Webhook(URL, "whsec_secret"),
          new Target.PagerDuty(URL, "secret")
        }) {
      assertThat(
              new Channel("c", target, Set.of(), IncidentSeverity.LOW, Set.of(), null, null)
                  .toString())
          .doesNotContain("secret")
          .doesNotContain("hooks.example");
    }
  }

  private static Set<String> words(String text) {
    return Arrays.stream(text.split(" "))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toSet());
  }
}
