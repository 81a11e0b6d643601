package io.concordat.graphql.compliance;

import io.concordat.messages.InvalidValue;
import io.concordat.messages.series.FindSeries;
import io.concordat.messages.series.Resolution;
import io.concordat.messages.series.SeriesScope;
import io.concordat.messages.series.SeriesView;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A series that is asked for somewhere in a query.
 *
 * @param from included
 * @param to excluded, after {@code from}
 */
public record SeriesRequest(SeriesScope scope, Instant from, Instant to, Resolution resolution) {

  private record Range(Instant from, Instant to, Resolution resolution) {}

  /**
   * Checks what a caller asks for.
   *
   * @param resolution null for the finest that fits
   * @throws InvalidValue where the range is none, or has too many buckets
   */
  static SeriesRequest of(
      SeriesScope scope, Instant from, Instant to, @Nullable Resolution resolution) {
    if (!to.isAfter(from)) {
      throw new InvalidValue("to", "must be after from");
    }
    Resolution chosen = resolution == null ? Resolution.fitting(from, to) : resolution;
    if (chosen.isTooFine(from, to)) {
      throw new InvalidValue(
          resolution == null ? "to" : "resolution",
          "The range has more than "
              + Resolution.MOST_BUCKETS
              + " of "
              + chosen
              + ". Leave out the resolution, or ask for a shorter range.");
    }
    return new SeriesRequest(scope, from, to, chosen);
  }

  /** Answers all requests, with one question for each range. */
  public static Map<SeriesRequest, SeriesView> answer(
      Set<SeriesRequest> requests, Function<FindSeries, Map<SeriesScope, SeriesView>> ask) {
    Map<Range, Set<SeriesScope>> scopes = new HashMap<>();
    requests.forEach(request ->
        scopes.computeIfAbsent(request.range(), _ -> new HashSet<>()).add(request.scope()));
    Map<Range, Map<SeriesScope, SeriesView>> answers = new HashMap<>();
    scopes.forEach((range, asked) ->
        answers.put(
            range, ask.apply(new FindSeries(asked, range.from(), range.to(), range.resolution()))));
    Map<SeriesRequest, SeriesView> views = new HashMap<>();
    answers.forEach((range, found) ->
        found.forEach((scope, view) ->
            views.put(
                new SeriesRequest(scope, range.from(), range.to(), range.resolution()), view)));
    return views;
  }

  private Range range() {
    return new Range(from, to, resolution);
  }
}
