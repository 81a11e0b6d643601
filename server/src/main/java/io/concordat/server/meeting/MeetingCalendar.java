package io.concordat.server.meeting;

import io.concordat.eventstore.command.Commands;
import io.concordat.messages.decision.Actor;
import io.concordat.messages.meeting.MeetingId;
import io.concordat.messages.meeting.MeetingRule;
import io.concordat.messages.meeting.ScheduleMeeting;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Keeps the meetings of this month and the next ones in the calendar, when the service starts and
 * after each meeting. Several nodes may do so at once.
 */
@Component
@EnableConfigurationProperties(MeetingSettings.class)
public class MeetingCalendar implements ApplicationRunner {

  private static final int MONTHS = 3;

  private final Commands commands;
  private final Clock clock;
  private final MeetingRule rule;

  MeetingCalendar(Commands commands, Clock clock, MeetingSettings settings) {
    this.commands = commands;
    this.clock = clock;
    this.rule = settings.rule();
  }

  @Override
  public void run(ApplicationArguments arguments) {
    fill();
  }

  /** Puts the next meetings into the calendar, where they are not in it. */
  public void fill() {
    Instant now = clock.instant();
    MeetingId first = new MeetingId(YearMonth.from(now.atOffset(ZoneOffset.UTC)));
    IntStream.range(0, MONTHS)
        .mapToObj(first::plus)
        .filter(meeting -> rule.startsAt(meeting).isAfter(now))
        .forEach(meeting ->
            commands
                .send(
                    new ScheduleMeeting(meeting, rule.startsAt(meeting), rule.endsAt(meeting)),
                    Actor.SYSTEM)
                .join());
  }
}
