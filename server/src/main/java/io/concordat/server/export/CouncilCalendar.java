package io.concordat.server.export;

import io.concordat.messages.council.ProposalView;
import io.concordat.messages.council.VoteView;
import io.concordat.messages.meeting.MeetingView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The council's meetings, and the closing of its open ballots, as a calendar. */
final class CouncilCalendar {

  private CouncilCalendar() {}

  /**
   * The text of the calendar.
   *
   * @param stamp when it is written, UTC
   * @param voting proposals with an open ballot
   */
  static String of(Instant stamp, List<MeetingView> meetings, List<ProposalView> voting) {
    return Calendar.of(
        "Council",
        stamp,
        Stream.concat(
                meetings.stream().map(CouncilCalendar::entry),
                voting.stream().flatMap(proposal -> closing(proposal).stream()))
            .toList());
  }

  private static Calendar.Entry entry(MeetingView meeting) {
    return new Calendar.Entry(
        "meeting-" + meeting.id() + "@concordat",
        meeting.startsAt(),
        meeting.endsAt(),
        "Council meeting " + meeting.id(),
        meeting.versions().isEmpty()
            ? "What waits for the council: concordat council agenda"
            : "The minutes are on record.");
  }

  /** A ballot of a later round is an entry of its own. */
  private static Optional<Calendar.Entry> closing(ProposalView proposal) {
    return Optional.ofNullable(proposal.current().closesAt())
        .map(closesAt ->
            new Calendar.Entry(
                proposal.id() + "-" + proposal.round() + "-closing@concordat",
                closesAt,
                null,
                "Ballot closes: " + proposal.current().title(),
                "Proposal %s, round %d, by %s. %d votes so far."
                    .formatted(
                        proposal.id(),
                        proposal.round(),
                        proposal.author(),
                        proposal.current().votes().stream().filter(VoteView::standing).count())));
  }
}
