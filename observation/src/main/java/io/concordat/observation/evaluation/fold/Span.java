package io.concordat.observation.evaluation.fold;

/**
 * A span of time, milliseconds since 1970 UTC.
 *
 * @param from its first moment
 * @param until its first moment no more
 */
public record Span(long from, long until) {

  boolean covers(long at) {
    return from <= at && at < until;
  }

  /** What lies in another as well; empty ones end where they begin, or before. */
  Span within(Span other) {
    return new Span(Math.max(from, other.from), Math.min(until, other.until));
  }
}
