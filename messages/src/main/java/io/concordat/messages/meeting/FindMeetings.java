package io.concordat.messages.meeting;

import io.concordat.messages.Query;
import java.util.List;
import java.util.Set;

/** Asks for meetings by id; unknown ids are left out. */
public record FindMeetings(Set<MeetingId> ids) implements Query<List<MeetingView>> {}
