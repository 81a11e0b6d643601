package io.concordat.messages.meeting;

import io.concordat.messages.Command;

/** What can be asked of a meeting of the council. */
public sealed interface MeetingCommand extends Command
    permits ScheduleMeeting, RecordMinutes, CorrectMinutes {

  /** Which meeting. */
  MeetingId meeting();

  @Override
  default String stream() {
    return meeting().stream();
  }
}
