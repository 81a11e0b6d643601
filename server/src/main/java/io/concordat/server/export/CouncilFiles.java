package io.concordat.server.export;

import static io.concordat.server.export.FileAnswers.problem;
import static io.concordat.server.export.FileAnswers.text;

import io.concordat.graphql.gateway.MeshGateway;
import io.concordat.messages.Query;
import io.concordat.messages.council.ListProposals;
import io.concordat.messages.council.ProposalStatus;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.meeting.FindMeetings;
import io.concordat.messages.meeting.ListMeetings;
import io.concordat.messages.meeting.MeetingId;
import io.concordat.messages.meeting.MeetingView;
import io.concordat.messages.paging.Page;
import io.concordat.messages.paging.PageRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The council's calendar and its minutes, as files for whoever may read. */
@RestController
class CouncilFiles {

  private final MeshGateway mesh;
  private final Clock clock;

  CouncilFiles(MeshGateway mesh, Clock clock) {
    this.mesh = mesh;
    this.clock = clock;
  }

  /** All meetings in the calendar, and when open ballots close. */
  @GetMapping("/api/v1/council/calendar.ics")
  ResponseEntity<?> calendar() {
    return text(
        FileAnswers.CALENDAR,
        CouncilCalendar.of(
            clock.instant(),
            all(ListMeetings::new),
            all(page -> new ListProposals(Set.of(ProposalStatus.VOTING), page))));
  }

  /** The minutes of a meeting as they stand. */
  @GetMapping("/api/v1/council/meetings/{month}/minutes.md")
  ResponseEntity<?> minutes(@PathVariable String month) {
    MeetingId id = MeetingId.of(month);
    List<MeetingView> found = mesh.ask(new FindMeetings(Set.of(id)));
    if (found.isEmpty()) {
      return problem(
          HttpStatus.NOT_FOUND,
          RejectionCode.MEETING_NOT_FOUND.name(),
          "There is no meeting " + id + " in the calendar.");
    }
    List<MeetingView.Version> versions = found.getFirst().versions();
    return versions.isEmpty()
        ? problem(
            HttpStatus.NOT_FOUND,
            RejectionCode.MINUTES_NOT_RECORDED.name(),
            "The minutes of " + id + " are not on record yet.")
        : text(FileAnswers.MARKDOWN, versions.getLast().text());
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
}
