package io.concordat.queryside.lineage;

import io.concordat.queryside.Graphs;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Result;
import org.neo4j.driver.TransactionContext;

/**
 * The lineage as it was at a time.
 *
 * @param asOf UTC; null for now
 */
record Moment(TransactionContext graph, @Nullable Instant asOf) {

  private static final Pattern HOLDS = Pattern.compile("HOLDS(?:\\((\\w+)\\))?");
  private static final String NOW = "%1$s.validTo IS NULL";
  private static final String THEN =
      "%1$s.validFrom <= $question.at AND (%1$s.validTo IS NULL OR %1$s.validTo > $question.at)";

  /**
   * One statement twice, for now and for a time, so that the graph need not tell them apart for
   * each edge.
   */
  record Statement(String now, String then) {

    /**
     * Of a text with {@code HOLDS} where what is called {@code edge} must hold, and {@code
     * HOLDS(name)} where what has another name must. It knows what it asks for as {@code
     * $question}, and the time as {@code $question.at}.
     */
    static Statement of(String text) {
      return new Statement(filled(text, NOW), filled(text, THEN));
    }

    private static String filled(String text, String condition) {
      return HOLDS
          .matcher(text)
          .replaceAll(found ->
              Matcher.quoteReplacement(
                  condition.formatted(Objects.requireNonNullElse(found.group(1), "edge"))));
    }
  }

  /** Runs a statement at this time. */
  Result run(Statement statement, Map<String, ?> asked) {
    if (asOf == null) {
      return graph.run(statement.now(), Graphs.question(asked));
    }
    Map<String, Object> question = new HashMap<>(asked);
    question.put("at", asOf.atOffset(ZoneOffset.UTC));
    return graph.run(statement.then(), Graphs.question(question));
  }
}
