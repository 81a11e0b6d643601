package io.concordat.messages.meeting;

import io.concordat.messages.Query;
import io.concordat.messages.paging.Page;
import io.concordat.messages.paging.PageRequest;

/** Asks for all meetings, the latest first. */
public record ListMeetings(PageRequest page) implements Query<Page<MeetingView>> {}
