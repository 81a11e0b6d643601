package io.concordat.observation.evaluation;

/**
 * How many observations in a row it takes.
 *
 * @param toBreach broken ones until a commitment is breached, from 1
 * @param toRecover kept ones until a breached commitment is met again, from 1
 */
public record Hysteresis(int toBreach, int toRecover) {

  /** What holds unless a contract says otherwise. */
  public static final Hysteresis USUAL = new Hysteresis(2, 2);

  public Hysteresis {
    if (toBreach < 1 || toRecover < 1) {
      throw new IllegalArgumentException("It takes at least one observation");
    }
  }
}
