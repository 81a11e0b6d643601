package io.concordat.queryside.meeting;

import static io.concordat.queryside.Documents.optionalTime;
import static io.concordat.queryside.Documents.subject;
import static io.concordat.queryside.Documents.text;
import static io.concordat.queryside.Documents.time;

import com.mongodb.client.model.Filters;
import io.concordat.messages.council.ProposalId;
import io.concordat.messages.council.VotersReminded;
import io.concordat.messages.meeting.FindMeetings;
import io.concordat.messages.meeting.FindReminders;
import io.concordat.messages.meeting.ListMeetings;
import io.concordat.messages.meeting.MeetingId;
import io.concordat.messages.meeting.MeetingView;
import io.concordat.messages.meeting.ReminderView;
import io.concordat.messages.paging.Page;
import io.concordat.queryside.Documents;
import io.concordat.queryside.paging.DocumentList;
import io.concordat.queryside.paging.Pages;
import io.concordat.readstore.document.Values;
import io.concordat.readstore.document.Views;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.queryhandling.QueryHandler;
import org.bson.Document;

/** Meetings, by id and in lists, and who was reminded of a ballot. */
public final class MeetingQueries {

  private final Documents documents;

  /** Answers from the read models. */
  public MeetingQueries(Documents documents) {
    this.documents = documents;
  }

  @QueryHandler
  List<MeetingView> handle(FindMeetings query) {
    return documents
        .byId(Views.MEETINGS, query.ids().stream().map(MeetingId::toString).toList())
        .stream()
        .map(MeetingQueries::meeting)
        .toList();
  }

  @QueryHandler
  Page<MeetingView> handle(ListMeetings query) {
    return Pages.of(
            new DocumentList(
                documents.collection(Views.MEETINGS),
                Filters.exists(Views.ORDER),
                Views.ORDER,
                true),
            query.page())
        .map(MeetingQueries::meeting);
  }

  @QueryHandler
  Map<ProposalId, List<ReminderView>> handle(FindReminders query) {
    return documents
        .byId(Views.PROPOSALS, query.proposals().stream().map(ProposalId::toString).toList())
        .stream()
        .collect(
            Collectors.toMap(
                proposal -> ProposalId.of(text(proposal, Views.ID)), MeetingQueries::reminders));
  }

  private static List<ReminderView> reminders(Document proposal) {
    return Documents.parts(proposal, "reminders")
        .map(stored -> Values.value(stored, VotersReminded.class))
        .map(reminded ->
            new ReminderView(
                reminded.round(),
                reminded.daysBefore(),
                reminded.closesAt(),
                reminded.domains(),
                reminded.remindedAt()))
        .toList();
  }

  private static MeetingView meeting(Document meeting) {
    return new MeetingView(
        MeetingId.of(text(meeting, Views.ID)),
        time(meeting, "startsAt"),
        time(meeting, "endsAt"),
        time(meeting, "scheduledAt"),
        Documents.parts(meeting, "versions").map(version -> version(meeting, version)).toList());
  }

  private static MeetingView.Version version(Document meeting, Document version) {
    return new MeetingView.Version(
        optionalTime(meeting, "from"),
        time(meeting, "to"),
        text(version, "text"),
        text(version, "digest"),
        version.getString("reason"),
        subject(version, "by"),
        time(version, "at"));
  }
}
