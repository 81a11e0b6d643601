package io.concordat.contract.policy;

import dev.cel.common.ast.CelExpr;
import dev.cel.runtime.CelEvaluationListener;
import java.util.Collection;
import java.util.Map;

/**
 * Counts the work of one policy on one document, and stops it when it is too much. The count is the
 * same on every machine; time is only the net below it.
 */
final class Meter implements CelEvaluationListener {

  /** Work above this fails the policy. One evaluated sub-expression is one step. */
  static final long MAX_STEPS = 2_000_000;

  /**
   * The same for an example of a policy, of which there may be many: they are run while a proposal
   * waits for its answer.
   */
  static final long MAX_STEPS_OF_EXAMPLE = 200_000;

  /** Work of all policies of a set on one document; those that come after it fail. */
  static final long MAX_STEPS_OF_SET = 20_000_000;

  /** Time above this ends the evaluation without a verdict, in nanoseconds. */
  private static final long MAX_NANOS = 20_000_000_000L;

  /** The work is too much. */
  static final class Exceeded extends RuntimeException {
    Exceeded(String message) {
      super(message, null, false, false);
    }
  }

  private final int charactersPerStep;
  private final long mostOfOne;
  private final long most;
  private final long started = System.nanoTime();
  private long steps;
  private boolean exceeded;
  private boolean late;

  /**
   * @param charactersPerStep how many characters of text that an expression touches are one step
   * @param mostOfOne {@link #MAX_STEPS} or {@link #MAX_STEPS_OF_EXAMPLE}
   * @param leftOfSet steps that the policies before this one have left
   */
  Meter(int charactersPerStep, long mostOfOne, long leftOfSet) {
    this.charactersPerStep = charactersPerStep;
    this.mostOfOne = mostOfOne;
    this.most = Math.min(mostOfOne, leftOfSet);
  }

  /**
   * Whether the machine was too slow, which says nothing of the document: another time it might not
   * be.
   */
  boolean late() {
    return late;
  }

  boolean exceeded() {
    return exceeded;
  }

  /** Work that was done, in steps. */
  long steps() {
    return steps;
  }

  /** Which work is too much. */
  String excess() {
    if (most < mostOfOne) {
      return "with the policies before it, it takes more work than one document may";
    }
    return mostOfOne == MAX_STEPS
        ? "it takes more work than a policy may"
        : "it takes more work than a policy may in an example";
  }

  @Override
  public void callback(CelExpr expr, Object value) {
    steps++;
    if (value instanceof String text) {
      steps += text.length() / charactersPerStep;
    } else if (value instanceof Collection<?> items) {
      steps += items.size();
    } else if (value instanceof Map<?, ?> entries) {
      steps += entries.size();
    }
    late |= System.nanoTime() - started > MAX_NANOS;
    if (steps > most || late) {
      exceeded = true;
      throw new Exceeded(excess());
    }
  }
}
