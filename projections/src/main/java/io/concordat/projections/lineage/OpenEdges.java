package io.concordat.projections.lineage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The edges that a contract declares, over its versions: an edge that is declared opens, one that
 * is no longer declared is closed, one that is declared again is another edge. The key of an edge
 * says what it connects and which event opened it, so that the open keys are all that must be known
 * to go on. In a key, the downstream end comes first, with each {@code <} and each backslash of it
 * written so that the arrow after it is the first: an end can hold any text.
 *
 * <p>Not thread safe.
 */
final class OpenEdges {

  /** An edge that was opened; the key is its identity. */
  record Opened(String key, String from, String to, Instant validFrom) {}

  private static final String ARROW = " <- ";
  private static final String OPENED_BY = " @";
  private static final Pattern ESCAPE = Pattern.compile("\\\\([\\\\l])");

  private final Map<String, String> openKeys = new LinkedHashMap<>();
  private final List<Opened> opened = new ArrayList<>();
  private final Map<String, Instant> closed = new LinkedHashMap<>();

  /** Goes on from the keys of the edges that are open. */
  OpenEdges(List<String> open) {
    open.forEach(key -> openKeys.put(key.substring(0, key.lastIndexOf(OPENED_BY)), key));
  }

  /**
   * An event declares all edges that hold from then on.
   *
   * @param edges by downstream end, upstream end
   */
  void declare(List<Map.Entry<String, String>> edges, long sequence, Instant at) {
    Set<String> declared = new LinkedHashSet<>();
    for (Map.Entry<String, String> edge : edges) {
      String connection = escaped(edge.getKey()) + ARROW + edge.getValue();
      declared.add(connection);
      if (!openKeys.containsKey(connection)) {
        String key = connection + OPENED_BY + sequence;
        openKeys.put(connection, key);
        opened.add(new Opened(key, edge.getKey(), edge.getValue(), at));
      }
    }
    openKeys
        .entrySet()
        .removeIf(open -> {
          boolean ends = !declared.contains(open.getKey());
          if (ends) {
            closed.put(open.getValue(), at);
          }
          return ends;
        });
  }

  /** The downstream end that a key names. */
  static String from(String key) {
    return ESCAPE
        .matcher(key.substring(0, key.indexOf(ARROW)))
        .replaceAll(escape -> Matcher.quoteReplacement(escape.group(1).equals("l") ? "<" : "\\"));
  }

  private static String escaped(String end) {
    return end.replace("\\", "\\\\").replace("<", "\\l");
  }

  /** Keys of the edges that are open now. */
  List<String> keys() {
    return List.copyOf(openKeys.values());
  }

  /** Edges that were opened since the start, also those closed again. */
  List<Opened> opened() {
    return opened;
  }

  /** When edges were closed, by key. */
  Map<String, Instant> closed() {
    return closed;
  }
}
