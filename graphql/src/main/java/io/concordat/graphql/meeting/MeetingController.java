package io.concordat.graphql.meeting;

import io.concordat.graphql.Caller;
import io.concordat.graphql.error.Mutations;
import io.concordat.graphql.error.Reading;
import io.concordat.graphql.error.Receipt;
import io.concordat.graphql.error.UserError;
import io.concordat.graphql.gateway.MeshGateway;
import io.concordat.graphql.gateway.MinutesDesk;
import io.concordat.graphql.gateway.Written;
import io.concordat.graphql.paging.Connections;
import io.concordat.graphql.paging.Connections.Connection;
import io.concordat.messages.Command;
import io.concordat.messages.decision.CommandRejected;
import io.concordat.messages.decision.Rejection;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.meeting.CorrectMinutes;
import io.concordat.messages.meeting.FindMeetings;
import io.concordat.messages.meeting.ListMeetings;
import io.concordat.messages.meeting.MeetingId;
import io.concordat.messages.meeting.MeetingView;
import io.concordat.messages.meeting.RecordMinutes;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;

/** Meetings: read, and their minutes recorded and corrected. */
@Controller
class MeetingController {

  private final MeshGateway mesh;
  private final Mutations mutations;
  private final MinutesDesk minutes;

  MeetingController(MeshGateway mesh, Mutations mutations, MinutesDesk minutes) {
    this.mesh = mesh;
    this.mutations = mutations;
    this.minutes = minutes;
  }

  @QueryMapping
  @Nullable MeetingView meeting(@Argument String id) {
    return find(MeetingId.of(id));
  }

  @QueryMapping
  Connection<MeetingView> meetings(
      @Argument @Nullable Integer first,
      @Argument @Nullable String after,
      @Argument @Nullable Integer last,
      @Argument @Nullable String before) {
    return Connections.of(
        mesh.ask(new ListMeetings(Connections.request(first, after, last, before))));
  }

  @SchemaMapping(typeName = "Meeting", field = "minutes")
  MeetingView.@Nullable Version standing(MeetingView meeting) {
    return meeting.versions().isEmpty() ? null : meeting.versions().getLast();
  }

  @SchemaMapping(typeName = "Meeting")
  List<MeetingView.Version> minutesHistory(MeetingView meeting) {
    return meeting.versions();
  }

  @SchemaMapping(typeName = "Meeting")
  @Nullable String draft(MeetingView meeting) {
    return meeting.versions().isEmpty()
        ? minutes.draft(meeting.id()).map(MinutesDesk.Draft::text).orElse(null)
        : null;
  }

  @SchemaMapping(typeName = "Minutes")
  String recordedBy(MeetingView.Version version) {
    return version.by().value();
  }

  @SchemaMapping(typeName = "Minutes")
  Instant recordedAt(MeetingView.Version version) {
    return version.at();
  }

  @MutationMapping
  MeetingPayload recordMinutes(@Argument RecordMinutesInput input, Authentication caller) {
    return run(
        caller,
        input,
        input.meeting(),
        meeting -> {
          MinutesDesk.Draft draft = minutes.draft(meeting).orElseThrow(() -> notFound(meeting));
          String text = input.text();
          return new RecordMinutes(
              meeting, draft.from(), draft.to(), text == null ? draft.text() : text);
        });
  }

  @MutationMapping
  MeetingPayload correctMinutes(@Argument CorrectMinutesInput input, Authentication caller) {
    return run(
        caller,
        input,
        input.meeting(),
        meeting -> new CorrectMinutes(meeting, input.text(), input.reason()));
  }

  private MeetingPayload run(
      Authentication caller,
      Mutations.MutationInput input,
      String month,
      Function<MeetingId, Command> command) {
    Reading reading = new Reading();
    Supplier<MeetingId> meeting = reading.field("meeting", () -> MeetingId.of(month));
    return mutations.run(
        Caller.of(caller),
        input,
        reading,
        () -> command.apply(meeting.get()),
        this::written,
        errors -> new MeetingPayload(null, null, errors));
  }

  private MeetingPayload written(Written written) {
    return new MeetingPayload(
        mutations.shown(() -> find(MeetingId.of(written.id()))), Receipt.of(written), List.of());
  }

  private static CommandRejected notFound(MeetingId meeting) {
    return new CommandRejected(
        new Rejection(
            RejectionCode.MEETING_NOT_FOUND,
            "There is no meeting " + meeting + " in the calendar."));
  }

  private @Nullable MeetingView find(MeetingId id) {
    return mesh.ask(new FindMeetings(Set.of(id))).stream().findFirst().orElse(null);
  }

  record RecordMinutesInput(
      String meeting,
      @Nullable String text,
      @Nullable String idempotencyKey,
      @Nullable Long expectedRevision)
      implements Mutations.MutationInput {}

  record CorrectMinutesInput(
      String meeting,
      String text,
      String reason,
      @Nullable String idempotencyKey,
      @Nullable Long expectedRevision)
      implements Mutations.MutationInput {}

  record MeetingPayload(
      @Nullable MeetingView meeting, @Nullable Receipt receipt, List<UserError> userErrors) {}
}
