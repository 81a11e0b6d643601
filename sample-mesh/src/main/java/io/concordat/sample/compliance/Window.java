package io.concordat.sample.compliance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of time in which checks are counted; UTC, the end excluded, within one month.
 *
 * <p>Each month is cut at the same days, whenever it is looked at, so that loading again meets the
 * windows of the first time. They are short at the month's start, so that a young month has some.
 */
public record Window(Instant from, Instant to) {

  private static final List<Integer> CUTS = List.of(1, 2, 4, 8, 15, 22, 29);

  /**
   * The windows that have ended, oldest first.
   *
   * @param months complete months before the one that {@code now} is in, from 0
   */
  public static List<Window> ended(Instant now, int months) {
    YearMonth current = YearMonth.from(now.atZone(ZoneOffset.UTC));
    List<Window> ended = new ArrayList<>();
    for (int back = months; back >= 0; back--) {
      YearMonth month = current.minusMonths(back);
      for (Window window : of(month)) {
        if (!window.to.isAfter(now)) {
          ended.add(window);
        }
      }
    }
    return List.copyOf(ended);
  }

  private static List<Window> of(YearMonth month) {
    List<LocalDate> cuts = new ArrayList<>();
    CUTS.stream().filter(month::isValidDay).map(month::atDay).forEach(cuts::add);
    cuts.add(month.plusMonths(1).atDay(1));
    List<Window> windows = new ArrayList<>();
    for (int i = 1; i < cuts.size(); i++) {
      windows.add(new Window(start(cuts.get(i - 1)), start(cuts.get(i))));
    }
    return windows;
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
