package io.concordat.notification.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.messages.incident.DownstreamReader;
import io.concordat.messages.incident.IncidentSeverity;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.mesh.LineageNodeKind;
import io.concordat.notification.Notice;
import io.concordat.notification.NoticeKind;
import io.concordat.notification.Notices;
import java.net.URI;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
            null);
    assertThat(channel.takes(Notices.of(kind, severity)).isPresent()).isEqualTo(goes);
  }

  @Test
  void thoseDownstreamAreToldByTheirOwnDomainsAndNotPaged() {
    DownstreamReader ledger = reader("finance/ledger", "finance");
    DownstreamReader board = reader("risk:board", "risk");
    Notice notice =
        Notices.of(NoticeKind.DOWNSTREAM_TOLD, IncidentSeverity.HIGH)
            .reaching(List.of(ledger, board));
    assertThat(taken(new Target.Slack(URL), Set.of("finance"), notice)).containsExactly(ledger);
    assertThat(taken(new Target.Slack(URL), Set.of(), notice)).containsExactly(ledger, board);
    assertThat(taken(new Target.Slack(URL), Set.of("payments"), notice)).isEmpty();
    assertThat(taken(new Target.PagerDuty(URL, "key"), Set.of(), notice)).isEmpty();
  }

  private static List<DownstreamReader> taken(Target target, Set<String> domains, Notice notice) {
    return new Channel(
            "c",
            target,
            domains.stream().map(DomainId::new).collect(Collectors.toSet()),
            IncidentSeverity.LOW,
            Set.of(),
            null)
        .takes(notice)
        .map(Notice::downstream)
        .orElse(List.of());
  }

  private static DownstreamReader reader(String id, String domain) {
    return new DownstreamReader(id, LineageNodeKind.DASHBOARD, new DomainId(domain), 1);
  }

  @Test
  void onlyWhatIsCriticalPassesQuietHours() {
    Channel channel =
        new Channel(
            "c",
            new Target.Slack(URL),
            Set.of(),
            IncidentSeverity.LOW,
            Set.of(),
            new QuietHours(ZoneId.of("UTC"), LocalTime.of(9, 0), LocalTime.of(11, 0)));
    assertThat(channel.waitsUntil(Notices.of(NoticeKind.OPENED, IncidentSeverity.HIGH), Notices.AT))
        .contains(Notices.AT.plusSeconds(45 * 60));
    assertThat(
            channel.waitsUntil(
                Notices.of(NoticeKind.OPENED, IncidentSeverity.CRITICAL), Notices.AT))
        .isEmpty();
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
              new Channel("c", target, Set.of(), IncidentSeverity.LOW, Set.of(), null).toString())
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
