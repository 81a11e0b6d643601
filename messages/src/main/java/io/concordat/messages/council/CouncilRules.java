package io.concordat.messages.council;

import io.concordat.messages.Shape;
import java.time.Duration;

/**
 * How the council decides.
 *
 * @param quorumPercent share of seated domains that must have voted, in percent, 1 to 100; 50 by
 *     default
 * @param objectionLimit standing objections of different domains that send a proposal back, 1 to
 *     100; 3 by default
 * @param shortestRound least time between the start of a vote and its closing
 * @param longestRound most time between the start of a vote and its closing
 */
public record CouncilRules(
    int quorumPercent, int objectionLimit, Duration shortestRound, Duration longestRound) {

  /** Half of the seats, three objections, a round of one hour to 60 days. */
  public static final CouncilRules DEFAULT =
      new CouncilRules(50, 3, Duration.ofHours(1), Duration.ofDays(60));

  public CouncilRules {
    Shape.between("quorumPercent", quorumPercent, 1, 100);
    Shape.between("objectionLimit", objectionLimit, 1, 100);
  }
}
