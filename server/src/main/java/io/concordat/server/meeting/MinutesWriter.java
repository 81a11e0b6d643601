package io.concordat.server.meeting;

import io.concordat.eventstore.stream.StreamReader;
import io.concordat.graphql.gateway.History;
import io.concordat.graphql.gateway.MinutesDesk;
import io.concordat.messages.Event;
import io.concordat.messages.EventCatalog;
import io.concordat.messages.council.CouncilEvent;
import io.concordat.messages.council.ProposalEvent;
import io.concordat.messages.council.ProposalId;
import io.concordat.messages.meeting.MeetingId;
import io.concordat.messages.meeting.MeetingScheduled;
import io.concordat.messages.meeting.MinutesRecorded;
import io.concordat.messages.paging.Page;
import io.concordat.messages.paging.PageRequest;
import io.concordat.messages.policy.PolicySetEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes minutes from the event streams themselves. The span begins where the minutes of the last
 * meeting before ended, so that nothing falls between two meetings, whenever they were recorded.
 */
@Component
class MinutesWriter implements MinutesDesk {

  private static final String PROPOSAL = "proposal:";
  private static final String MEETING = "meeting:";

  /** An event is stored a little later than its own time; by then it is looked at again. */
  private static final Duration STORED_LATER = Duration.ofMinutes(5);

  private final History history;
  private final StreamReader streams;
  private final Clock clock;

  MinutesWriter(History history, StreamReader streams, Clock clock) {
    this.history = history;
    this.streams = streams;
    this.clock = clock;
  }

  @Override
  public Optional<Draft> draft(MeetingId meeting) {
    return scheduled(meeting)
        .map(scheduled -> {
          Instant from = endOfMinutesBefore(meeting);
          Instant now = clock.instant();
          Instant to = now.isBefore(scheduled.endsAt()) ? now : scheduled.endsAt();
          Span span = new Span(from, from == null || to.isAfter(from) ? to : from);
          return new Draft(
              from,
              span.to(),
              MinutesPage.of(
                  scheduled,
                  span,
                  proposals(span),
                  streams.read(CouncilEvent.STREAM),
                  streams.read(PolicySetEvent.STREAM)));
        });
  }

  /** Meetings in the calendar without minutes, up to one and with it, the earliest first. */
  List<MeetingId> unrecordedUntil(MeetingId last) {
    Set<String> recorded = streamsOf(MinutesRecorded.class);
    return streamsOf(MeetingScheduled.class).stream()
        .filter(stream -> !recorded.contains(stream) && stream.compareTo(last.stream()) <= 0)
        .map(stream -> MeetingId.of(stream.substring(MEETING.length())))
        .toList();
  }

  private Set<String> streamsOf(Class<? extends Event> type) {
    return entries(type, null, null).stream()
        .map(History.Entry::stream)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Optional<MeetingScheduled> scheduled(MeetingId meeting) {
    return streams.read(meeting.stream(), Set.of(MeetingScheduled.class)).stream()
        .map(MeetingScheduled.class::cast)
        .findFirst();
  }

  private @Nullable Instant endOfMinutesBefore(MeetingId meeting) {
    return streamsOf(MinutesRecorded.class).stream()
        .filter(stream -> stream.compareTo(meeting.stream()) < 0)
        .max(String::compareTo)
        .flatMap(stream ->
            streams.read(stream, Set.of(MinutesRecorded.class)).stream()
                .map(MinutesRecorded.class::cast)
                .map(MinutesRecorded::to)
                .findFirst())
        .orElse(null);
  }

  /** The whole streams of the proposals to which something happened in the span, by id. */
  private Map<ProposalId, List<Event>> proposals(Span span) {
    Set<String> touched = new TreeSet<>();
    entries(ProposalEvent.class, span.from(), span.to().plus(STORED_LATER))
        .forEach(entry -> touched.add(entry.stream()));
    Map<ProposalId, List<Event>> events = new LinkedHashMap<>();
    touched.forEach(stream ->
        events.put(ProposalId.of(stream.substring(PROPOSAL.length())), streams.read(stream)));
    return events;
  }

  private List<History.Entry> entries(
      Class<? extends Event> type, @Nullable Instant from, @Nullable Instant to) {
    Set<String> names =
        EventCatalog.byName().entrySet().stream()
            .filter(known -> type.isAssignableFrom(known.getValue()))
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    List<History.Entry> entries = new ArrayList<>();
    String after = null;
    do {
      Page<History.Entry> page =
          history.read(
              Set.of(), names, Set.of(), from, to, PageRequest.first(PageRequest.MOST, after));
      page.entries().forEach(entry -> entries.add(entry.node()));
      after = page.hasNextPage() ? page.entries().getLast().cursor() : null;
    } while (after != null);
    return entries;
  }
}
