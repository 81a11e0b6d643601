package io.concordat.server.notification;

import io.concordat.messages.incident.IncidentSeverity;
import io.concordat.notification.Notice;
import io.concordat.notification.NoticeKind;
import io.concordat.observation.budget.Burn;
import io.concordat.observation.budget.BurnSpeed;
import io.concordat.server.observation.BurnListener;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Tells that an error budget burns, and that it no longer does, each once. A fast burn is of high
 * severity, a slow one of medium.
 */
@Component
class BurnTeller implements BurnListener {

  private final NotificationKeeper keeper;

  BurnTeller(NotificationKeeper keeper) {
    this.keeper = keeper;
  }

  @Override
  public void told(Burn burn) {
    tell(burn, NoticeKind.BUDGET_BURNING, burn.beganAt(), began(burn));
    Instant ended = burn.endedAt();
    if (ended != null) {
      tell(burn, NoticeKind.BUDGET_CALM, ended, ended(burn));
    }
  }

  private void tell(Burn burn, NoticeKind kind, Instant at, String summary) {
    keeper.tell(
        "budget-burn:" + burn.id() + ":" + kind,
        at,
        () ->
            new Notice(
                kind,
                burn.id().toString(),
                burn.product().domain(),
                burn.product(),
                null,
                burn.commitment(),
                burn.speed() == BurnSpeed.FAST ? IncidentSeverity.HIGH : IncidentSeverity.MEDIUM,
                summary,
                null,
                at,
                List.of()));
  }

  private static String began(Burn burn) {
    String of = "Of " + burn.commitment() + ", " + percent(burn.objective()) + " are promised. ";
    String within = burn.speed() == BurnSpeed.FAST ? "the last hour" : "the last three days";
    return of
        + (Double.isInfinite(burn.rate())
            ? "Checks failed in " + within + "."
            : String.format(
                Locale.ROOT,
                "Checks failed %.1f times as often as that allows in %s.",
                burn.rate(),
                within));
  }

  private static String ended(Burn burn) {
    Duration lasted = Duration.between(burn.beganAt(), burn.endedAt());
    return "The error budget of "
        + burn.commitment()
        + " is no longer spent too fast, after "
        + Math.max(1, lasted.toMinutes())
        + " minutes.";
  }

  private static String percent(double objective) {
    return (objective == Math.rint(objective)
            ? Long.toString((long) objective)
            : Double.toString(objective))
        + " percent";
  }
}
