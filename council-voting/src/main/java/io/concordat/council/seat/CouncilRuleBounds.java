package io.concordat.council.seat;

import io.concordat.messages.council.CouncilRules;
import io.concordat.messages.decision.Rejection;
import io.concordat.messages.decision.RejectionCode;
import java.time.Duration;
import java.util.Optional;

/**
 * How far the council can change its own rules, so that no majority of a day makes it deaf, mute or
 * endless. Pure.
 */
public final class CouncilRuleBounds {

  private static final int LEAST_QUORUM = 25;
  private static final int LEAST_OBJECTIONS = 2;
  private static final int USUAL_OBJECTIONS = 3;
  private static final Duration LEAST_SHORTEST = Duration.ofHours(1);
  private static final Duration MOST_SHORTEST = Duration.ofDays(14);
  private static final Duration LEAST_LONGEST = Duration.ofDays(1);
  private static final Duration MOST_LONGEST = Duration.ofDays(60);

  private CouncilRuleBounds() {}

  /**
   * Why the council cannot take these rules; empty where it can.
   *
   * @param seats number of seated domains: objections that could never be reached in number would
   *     never send anything back
   */
  public static Optional<Rejection> obstacle(CouncilRules rules, int seats) {
    int mostObjections = Math.max(USUAL_OBJECTIONS, seats);
    if (rules.quorumPercent() < LEAST_QUORUM) {
      return outside("The quorum is %d percent at least.".formatted(LEAST_QUORUM));
    }
    if (rules.objectionLimit() < LEAST_OBJECTIONS || rules.objectionLimit() > mostObjections) {
      return outside(
          "%d to %d objections send a proposal back.".formatted(LEAST_OBJECTIONS, mostObjections));
    }
    if (isOutside(rules.shortestRound(), LEAST_SHORTEST, MOST_SHORTEST)) {
      return outside("The shortest round lasts one hour to 14 days.");
    }
    if (isOutside(rules.longestRound(), LEAST_LONGEST, MOST_LONGEST)) {
      return outside("The longest round lasts one day to 60 days.");
    }
    return rules.longestRound().compareTo(rules.shortestRound()) < 0
        ? outside("The longest round is not shorter than the shortest.")
        : Optional.empty();
  }

  private static boolean isOutside(Duration value, Duration least, Duration most) {
    return value.compareTo(least) < 0 || value.compareTo(most) > 0;
  }

  private static Optional<Rejection> outside(String sentence) {
    return Optional.of(new Rejection(RejectionCode.COUNCIL_RULES_OUT_OF_BOUNDS, sentence));
  }
}
