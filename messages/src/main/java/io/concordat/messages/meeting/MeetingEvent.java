package io.concordat.messages.meeting;

import io.concordat.messages.Event;

/** What happens to a meeting of the council. */
public sealed interface MeetingEvent extends Event
    permits MeetingScheduled, MinutesRecorded, MinutesCorrected {

  /** Which meeting. */
  MeetingId meeting();

  @Override
  default String stream() {
    return meeting().stream();
  }
}
