package io.concordat.graphql.meeting;

import io.concordat.graphql.gateway.MeshGateway;
import io.concordat.messages.Query;
import io.concordat.messages.contract.ListDrift;
import io.concordat.messages.council.CouncilView;
import io.concordat.messages.council.FindCouncil;
import io.concordat.messages.council.ListProposals;
import io.concordat.messages.council.ProposalId;
import io.concordat.messages.council.ProposalStatus;
import io.concordat.messages.council.ProposalView;
import io.concordat.messages.council.SeatView;
import io.concordat.messages.council.VoteView;
import io.concordat.messages.meeting.FindReminders;
import io.concordat.messages.meeting.ListMeetings;
import io.concordat.messages.meeting.MeetingView;
import io.concordat.messages.meeting.ReminderView;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.mesh.DomainView;
import io.concordat.messages.mesh.FindDomains;
import io.concordat.messages.migration.ListMigrations;
import io.concordat.messages.migration.MigrationStatus;
import io.concordat.messages.migration.MigrationView;
import io.concordat.messages.paging.Page;
import io.concordat.messages.paging.PageRequest;
import io.concordat.messages.policy.FindPolicySet;
import io.concordat.messages.policy.PolicySetView;
import io.concordat.messages.policy.Waiver;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** What waits for the council, and who is waited for. */
@Controller
class AgendaController {

  /** Where no two meetings are ahead in the calendar, things that end this soon are told. */
  private static final Duration OTHERWISE_AHEAD = Duration.ofDays(60);

  private final MeshGateway mesh;
  private final Clock clock;

  AgendaController(MeshGateway mesh, Clock clock) {
    this.mesh = mesh;
    this.clock = clock;
  }

  @QueryMapping
  Agenda agenda() {
    Instant now = clock.instant();
    List<MeetingView> ahead =
        all(ListMeetings::new).stream()
            .filter(meeting -> meeting.endsAt().isAfter(now))
            .sorted(Comparator.comparing(MeetingView::startsAt))
            .toList();
    return new Agenda(
        now,
        ahead.isEmpty() ? null : ahead.getFirst(),
        ahead.size() < 2 ? now.plus(OTHERWISE_AHEAD) : ahead.get(1).startsAt());
  }

  @SchemaMapping(typeName = "Agenda")
  List<ProposalView> voting(Agenda agenda) {
    return proposals(ProposalStatus.VOTING).stream()
        .sorted(
            Comparator.comparing(
                proposal -> proposal.current().closesAt(),
                Comparator.nullsLast(Comparator.naturalOrder())))
        .toList();
  }

  @SchemaMapping(typeName = "Agenda")
  List<ProposalView> sentBack(Agenda agenda) {
    return proposals(ProposalStatus.SENT_BACK);
  }

  @SchemaMapping(typeName = "Agenda")
  List<ProposalView> discussion(Agenda agenda) {
    return proposals(ProposalStatus.DISCUSSION);
  }

  @SchemaMapping(typeName = "Agenda")
  List<PolicySetView> scheduled(Agenda agenda) {
    List<PolicySetView> scheduled = new ArrayList<>();
    inForce(agenda)
        .ifPresent(now -> {
          Optional<PolicySetView> next = numbered(now.set().number() + 1);
          while (next.isPresent()) {
            scheduled.add(next.get());
            next = numbered(next.get().set().number() + 1);
          }
        });
    return scheduled.stream()
        .filter(set -> set.set().effectiveFrom().isAfter(agenda.at()))
        .toList();
  }

  @SchemaMapping(typeName = "Agenda")
  List<Waiver> waivers(Agenda agenda) {
    return inForce(agenda).map(now -> now.set().waivers()).orElse(List.of()).stream()
        .filter(waiver -> waiver.holds(agenda.at()) && waiver.until().isBefore(agenda.horizon()))
        .sorted(Comparator.comparing(Waiver::until).thenComparing(Waiver::id))
        .toList();
  }

  @SchemaMapping(typeName = "Agenda")
  List<MigrationView> migrations(Agenda agenda) {
    return all(page -> new ListMigrations(MigrationStatus.OPEN, null, page)).stream()
        .filter(migration -> migration.supportedUntil().isBefore(agenda.horizon()))
        .sorted(Comparator.comparing(MigrationView::supportedUntil))
        .toList();
  }

  @SchemaMapping(typeName = "Agenda")
  List<DomainDrift> drift(Agenda agenda) {
    SortedMap<DomainId, Long> byDomain =
        all(page -> new ListDrift(null, null, null, page)).stream()
            .collect(
                Collectors.groupingBy(
                    contract -> contract.id().product().domain(),
                    TreeMap::new,
                    Collectors.counting()));
    return byDomain.entrySet().stream()
        .map(entry -> new DomainDrift(entry.getKey(), entry.getValue().intValue()))
        .toList();
  }

  @SchemaMapping(typeName = "DomainDrift")
  CompletableFuture<DomainView> domain(
      DomainDrift drift, DataLoader<DomainId, DomainView> domains) {
    return domains.load(drift.domain());
  }

  @BatchMapping(typeName = "Proposal")
  Map<ProposalView, List<ReminderView>> reminders(List<ProposalView> proposals) {
    Map<ProposalId, List<ReminderView>> given =
        mesh.ask(
            new FindReminders(
                proposals.stream().map(ProposalView::id).collect(Collectors.toSet())));
    return proposals.stream()
        .distinct()
        .collect(
            Collectors.toMap(
                Function.identity(), proposal -> given.getOrDefault(proposal.id(), List.of())));
  }

  @BatchMapping(typeName = "Proposal")
  Map<ProposalView, List<DomainView>> notVoted(List<ProposalView> proposals) {
    Set<DomainId> seated =
        mesh.ask(new FindCouncil()).map(CouncilView::seats).orElse(List.of()).stream()
            .map(SeatView::domain)
            .collect(Collectors.toSet());
    Map<DomainId, DomainView> domains =
        mesh.ask(new FindDomains(seated)).stream()
            .collect(Collectors.toMap(DomainView::id, Function.identity()));
    return proposals.stream()
        .distinct()
        .collect(
            Collectors.toMap(
                Function.identity(),
                proposal ->
                    silent(proposal, seated).stream()
                        .flatMap(domain -> Optional.ofNullable(domains.get(domain)).stream())
                        .toList()));
  }

  @SchemaMapping(typeName = "VoteReminder")
  CompletableFuture<List<DomainView>> domains(
      ReminderView reminder, DataLoader<DomainId, DomainView> domains) {
    return domains.loadMany(reminder.domains());
  }

  private static List<DomainId> silent(ProposalView proposal, Set<DomainId> seated) {
    return switch (proposal.status()) {
      case VOTING -> {
        Set<DomainId> voted =
            proposal.current().votes().stream()
                .filter(VoteView::standing)
                .map(VoteView::domain)
                .collect(Collectors.toSet());
        yield seated.stream().filter(domain -> !voted.contains(domain)).sorted().toList();
      }
      case DRAFT, DISCUSSION, ADOPTED, SENT_BACK, LAPSED, WITHDRAWN -> List.of();
    };
  }

  private List<ProposalView> proposals(ProposalStatus status) {
    return all(page -> new ListProposals(Set.of(status), page));
  }

  private Optional<PolicySetView> inForce(Agenda agenda) {
    return mesh.ask(new FindPolicySet(null, agenda.at()));
  }

  private Optional<PolicySetView> numbered(int number) {
    return mesh.ask(new FindPolicySet(number, null));
  }

  private <V> List<V> all(Function<PageRequest, Query<Page<V>>> query) {
    List<V> all = new ArrayList<>();
    String after = null;
    do {
      Page<V> page = mesh.ask(query.apply(PageRequest.first(PageRequest.MOST, after)));
      page.entries().forEach(entry -> all.add(entry.node()));
      after = page.hasNextPage() ? page.entries().getLast().cursor() : null;
    } while (after != null);
    return all;
  }

  /** How many contracts of a domain have drifted from the rules. */
  record DomainDrift(DomainId domain, int contracts) {}

  /**
   * What the agenda is about; its parts are asked for one by one.
   *
   * @param at UTC
   * @param horizon UTC
   */
  record Agenda(Instant at, @Nullable MeetingView meeting, Instant horizon) {}
}
