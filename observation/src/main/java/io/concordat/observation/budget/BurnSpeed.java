package io.concordat.observation.budget;

import java.time.Duration;

/**
 * A speed at which a budget is spent that people are told of, after the multi-window,
 * multi-burn-rate alerts of the Site Reliability Workbook (chapter 5, Alerting on SLOs): the long
 * window says that it matters, the short one that it goes on.
 *
 * <p>A burn rate of 1 spends the budget exactly within the month.
 */
public enum BurnSpeed {
  /** Two percent of a month's budget within the hour. */
  FAST(14.4, Duration.ofHours(1), Duration.ofMinutes(5)),
  /** The whole budget before the month is over. */
  SLOW(1, Duration.ofDays(3), Duration.ofHours(6));

  /** With fewer checks in the long window one failure would look like a fire. */
  public static final int LEAST_CHECKS = 10;

  private final double threshold;
  private final Duration longWindow;
  private final Duration shortWindow;

  BurnSpeed(double threshold, Duration longWindow, Duration shortWindow) {
    this.threshold = threshold;
    this.longWindow = longWindow;
    this.shortWindow = shortWindow;
  }

  /**
   * Checks of a window.
   *
   * @param checks kept and broken
   * @param failed broken
   */
  public record Window(long checks, long failed) {}

  /** Burn rate above which both windows must be, times the budget of the month. */
  public double threshold() {
    return threshold;
  }

  /** The window that says whether it matters. */
  public Duration longWindow() {
    return longWindow;
  }

  /** The window that says whether it goes on. */
  public Duration shortWindow() {
    return shortWindow;
  }

  /**
   * Whether a budget burns at this speed. It begins where both windows are above the threshold and
   * the long one has {@value #LEAST_CHECKS} checks. It ends where one of them is no longer above
   * it; a short window without any check ends nothing.
   *
   * @param objective percent, above 0 up to 100
   * @param burning whether it burned before
   */
  public boolean burns(double objective, Window within, Window lately, boolean burning) {
    boolean matters = rate(objective, within.checks(), within.failed()) > threshold;
    boolean goesOn = rate(objective, lately.checks(), lately.failed()) > threshold;
    return burning
        ? matters && (goesOn || lately.checks() == 0)
        : matters && goesOn && within.checks() >= LEAST_CHECKS;
  }

  /**
   * How many times faster than allowed checks fail: 0 where none did or none was made, infinite
   * where nothing may fail and something did.
   */
  public static double rate(double objective, long checks, long failed) {
    return checks == 0 || failed == 0 ? 0 : 100.0 * failed / checks / (100 - objective);
  }
}
