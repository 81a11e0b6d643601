package io.concordat.notification;

import java.util.Locale;

/** What is told: a step of an incident, or of an error budget that is spent too fast. */
public enum NoticeKind {
  OPENED,
  ACKNOWLEDGED,
  RESOLVED,
  REOPENED,
  /** Told to those downstream. */
  DOWNSTREAM_TOLD,
  /** Not acknowledged in time. */
  ESCALATED,
  /** An error budget is spent too fast. */
  BUDGET_BURNING,
  /** It no longer is. */
  BUDGET_CALM;

  /** Whether it is about an error budget, and not about an incident. */
  public boolean isOfBudget() {
    return this == BUDGET_BURNING || this == BUDGET_CALM;
  }

  /** With what it is about, such as {@code incident.opened} or {@code budget.burning}. */
  public String topic() {
    return isOfBudget()
        ? name().toLowerCase(Locale.ROOT).replace('_', '.')
        : "incident." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
