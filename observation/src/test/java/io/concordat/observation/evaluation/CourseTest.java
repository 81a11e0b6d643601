package io.concordat.observation.evaluation;

import static io.concordat.observation.evaluation.Course.Standing.BREACHED;
import static io.concordat.observation.evaluation.Course.Standing.MET;
import static io.concordat.observation.evaluation.Course.Standing.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.observation.evaluation.Course.Turn;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CourseTest {

  /** {@code +} kept, {@code -} broken, {@code s} silent, {@code o} overdue. */
  @ParameterizedTest
  @CsvSource({
    "'', UNKNOWN, ''",
    "+, MET, ''",
    "-, UNKNOWN, ''",
    "--, BREACHED, b",
    "+-, MET, ''",
    "+-+-+-, MET, ''",
    "+--, BREACHED, b",
    "+--+, BREACHED, b",
    "+--+-+, BREACHED, b",
    "+--++, MET, br",
    "+--++--, BREACHED, brb",
    "+--++-, MET, br",
    "+s, UNKNOWN, ''",
    "+-s-, UNKNOWN, ''",
    "+-s--, BREACHED, b",
    "+--s, UNKNOWN, b",
    "+--s-, BREACHED, b",
    "+--s+, BREACHED, b",
    "+--s++, MET, br",
    "+o, BREACHED, b",
    "+oo, BREACHED, b",
    "+o+, BREACHED, b",
    "+o++, MET, br",
  })
  void standsAsItsChecksSay(String checks, Course.Standing standing, String turns) {
    Course course = Course.BEGINNING;
    StringBuilder told = new StringBuilder();
    for (int at = 0; at < checks.length(); at++) {
      Course next =
          switch (checks.charAt(at)) {
            case '+' -> course.after(at, true, Hysteresis.USUAL);
            case '-' -> course.after(at, false, Hysteresis.USUAL);
            case 's' -> course.silent();
            default -> course.overdue();
          };
      Turn turn = course.turn(next);
      told.append(turn == null ? "" : turn == Turn.BREACHED ? "b" : "r");
      course = next;
    }
    assertThat(course.standing()).isEqualTo(standing);
    assertThat(told).hasToString(turns);
  }

  @Test
  void anOlderObservationMovesNothing() {
    Course course = Course.BEGINNING.after(10, true, new Hysteresis(1, 1));
    assertThat(course.after(9, false, new Hysteresis(1, 1))).isEqualTo(course);
    assertThat(course.after(10, false, new Hysteresis(1, 1)).standing()).isEqualTo(BREACHED);
  }

  @Test
  void whereOneIsEnoughItTurnsAtOnce() {
    Course broken = Course.BEGINNING.after(1, false, new Hysteresis(1, 1));
    assertThat(broken.standing()).isEqualTo(BREACHED);
    assertThat(broken.after(2, true, new Hysteresis(1, 1)).standing()).isEqualTo(MET);
    assertThat(Course.BEGINNING.standing()).isEqualTo(UNKNOWN);
  }

  @Property
  void turnsAlternateAndEachEndsARunOfItsLength(
      @ForAll @Size(max = 200) List<Boolean> checks,
      @ForAll @IntRange(min = 1, max = 5) int toBreach,
      @ForAll @IntRange(min = 1, max = 5) int toRecover) {
    Hysteresis hysteresis = new Hysteresis(toBreach, toRecover);
    Course course = Course.BEGINNING;
    List<Turn> turns = new ArrayList<>();
    for (int at = 0; at < checks.size(); at++) {
      Course next = course.after(at, checks.get(at), hysteresis);
      Turn turn = course.turn(next);
      int length = turn == Turn.RECOVERED ? toRecover : toBreach;
      boolean run =
          at + 1 >= length
              && checks.subList(at + 1 - length, at + 1).stream()
                  .allMatch(kept -> kept == (turn == Turn.RECOVERED));
      if (turn != null) {
        assertThat(run).isTrue();
        turns.add(turn);
      } else if (!next.breached()) {
        assertThat(run).as("a run that was not told").isFalse();
      }
      course = next;
    }
    for (int index = 0; index < turns.size(); index++) {
      assertThat(turns.get(index)).isEqualTo(index % 2 == 0 ? Turn.BREACHED : Turn.RECOVERED);
    }
  }
}
