package io.concordat.council.meeting;

import static io.concordat.council.Samples.ENGINEER;
import static io.concordat.council.Samples.asRepresentative;
import static io.concordat.council.Samples.asSystem;
import static io.concordat.council.Samples.codeOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.messages.decision.Actor;
import io.concordat.messages.decision.Decision;
import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.decision.Role;
import io.concordat.messages.meeting.CorrectMinutes;
import io.concordat.messages.meeting.MeetingId;
import io.concordat.messages.meeting.MeetingRule;
import io.concordat.messages.meeting.MeetingScheduled;
import io.concordat.messages.meeting.Minutes;
import io.concordat.messages.meeting.MinutesCorrected;
import io.concordat.messages.meeting.MinutesRecorded;
import io.concordat.messages.meeting.RecordMinutes;
import io.concordat.messages.meeting.ScheduleMeeting;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeetingDeciderTest {

  private static final MeetingId DECEMBER = MeetingId.of("2026-12");
  private static final Instant START = MeetingRule.DEFAULT.startsAt(DECEMBER);
  private static final Instant END = MeetingRule.DEFAULT.endsAt(DECEMBER);
  private static final MeetingState NONE = new MeetingState.NotScheduled();
  private static final MeetingState SCHEDULED = new MeetingState.Scheduled(START);
  private static final MeetingState RECORDED = new MeetingState.Recorded(Minutes.digest("# A"));
  private static final ScheduleMeeting SCHEDULE = new ScheduleMeeting(DECEMBER, START, END);
  private static final RecordMinutes RECORD = new RecordMinutes(DECEMBER, null, END, "# A");
  private static final CorrectMinutes CORRECT = new CorrectMinutes(DECEMBER, "# B", "A vote.");

  @Test
  void isScheduledOnce() {
    assertThat(MeetingDecider.decide(NONE, SCHEDULE, asSystem(START)))
        .isEqualTo(Decision.accept(new MeetingScheduled(DECEMBER, START, END, START)));
    assertThat(MeetingDecider.decide(SCHEDULED, SCHEDULE, asSystem(START)))
        .isEqualTo(Decision.nothingToDo());
    assertThat(codeOf(MeetingDecider.decide(NONE, SCHEDULE, by(Role.GOVERNANCE_ENGINEER, START))))
        .isEqualTo(RejectionCode.NOT_ALLOWED);
  }

  @Test
  void minutesAreRecordedOnceFromItsBeginning() {
    assertThat(MeetingDecider.decide(SCHEDULED, RECORD, asSystem(END)))
        .isEqualTo(
            Decision.accept(
                new MinutesRecorded(
                    DECEMBER,
                    null,
                    END,
                    "# A",
                    Minutes.digest("# A"),
                    Actor.SYSTEM.subject(),
                    END)));
    assertThat(MeetingDecider.decide(RECORDED, RECORD, asSystem(END)))
        .isEqualTo(Decision.nothingToDo());
    assertThat(codeOf(MeetingDecider.decide(RECORDED, RECORD, by(Role.GOVERNANCE_ENGINEER, END))))
        .isEqualTo(RejectionCode.MINUTES_RECORDED);
    assertThat(codeOf(MeetingDecider.decide(SCHEDULED, RECORD, asSystem(START.minusMillis(1)))))
        .isEqualTo(RejectionCode.MEETING_NOT_BEGUN);
    assertThat(codeOf(MeetingDecider.decide(NONE, RECORD, asSystem(END))))
        .isEqualTo(RejectionCode.MEETING_NOT_FOUND);
  }

  @Test
  void correctedMinutesAreAFurtherEvent() {
    DecisionContext engineer = by(Role.GOVERNANCE_ENGINEER, END);

    assertThat(MeetingDecider.decide(RECORDED, CORRECT, engineer))
        .isEqualTo(
            Decision.accept(
                new MinutesCorrected(
                    DECEMBER,
                    "# B",
                    Minutes.digest("# B"),
                    "A vote.",
                    engineer.actor().subject(),
                    END)));
    assertThat(
            MeetingDecider.decide(RECORDED, new CorrectMinutes(DECEMBER, "# A", "None."), engineer))
        .isEqualTo(Decision.nothingToDo());
    assertThat(codeOf(MeetingDecider.decide(SCHEDULED, CORRECT, engineer)))
        .isEqualTo(RejectionCode.MINUTES_NOT_RECORDED);
    assertThat(codeOf(MeetingDecider.decide(NONE, CORRECT, engineer)))
        .isEqualTo(RejectionCode.MEETING_NOT_FOUND);
  }

  @Test
  void onlyEngineersAndTheServiceWrite() {
    Set<Role> writers = Set.of(Role.GOVERNANCE_ENGINEER, Role.SYSTEM);

    assertThat(
            Stream.of(Role.values())
                .filter(role ->
                    MeetingDecider.decide(SCHEDULED, RECORD, by(role, END))
                        instanceof Decision.Accepted)
                .collect(Collectors.toSet()))
        .isEqualTo(writers);
    assertThat(
            Stream.of(Role.values())
                .filter(role ->
                    MeetingDecider.decide(RECORDED, CORRECT, by(role, END))
                        instanceof Decision.Accepted)
                .collect(Collectors.toSet()))
        .isEqualTo(writers);
    assertThat(codeOf(MeetingDecider.decide(SCHEDULED, RECORD, asRepresentative("a", END))))
        .isEqualTo(RejectionCode.NOT_ALLOWED);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12, 1, TUESDAY, 2026-12-01T14:00:00Z",
    "2027-01, 1, TUESDAY, 2027-01-05T14:00:00Z",
    "2027-02, 4, FRIDAY, 2027-02-26T14:00:00Z",
    "2028-02, 4, TUESDAY, 2028-02-22T14:00:00Z"
  })
  void theRuleNamesADayOfEveryMonth(String month, int week, DayOfWeek day, Instant startsAt) {
    MeetingRule rule = new MeetingRule(week, day, LocalTime.of(14, 0), Duration.ofHours(1));

    assertThat(rule.startsAt(MeetingId.of(month))).isEqualTo(startsAt);
    assertThat(rule.endsAt(MeetingId.of(month))).isEqualTo(startsAt.plusSeconds(3600));
  }

  private static DecisionContext by(Role role, Instant now) {
    return new DecisionContext(now, new Actor(ENGINEER.subject(), Set.of(role)));
  }
}
