package io.concordat.graphql.paging;

import io.concordat.messages.paging.Page;
import io.concordat.messages.paging.PageRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns arguments into page requests, and pages into Relay connections. */
public final class Connections {

  private Connections() {}

  /** The part of a list that the arguments ask for; with neither first nor last, the first 20. */
  public static PageRequest request(
      @Nullable Integer first,
      @Nullable String after,
      @Nullable Integer last,
      @Nullable String before) {
    Integer wanted =
        first == null && last == null ? Integer.valueOf(PageRequest.DEFAULT_FIRST) : first;
    return new PageRequest(wanted, after, last, before);
  }

  /** The page as a connection. */
  public static <T> Connection<T> of(Page<T> page) {
    List<Edge<T>> edges =
        page.entries().stream().map(entry -> new Edge<>(entry.cursor(), entry.node())).toList();
    return new Connection<>(
        edges,
        new PageInfo(
            page.hasNextPage(),
            page.hasPreviousPage(),
            edges.isEmpty() ? null : edges.getFirst().cursor(),
            edges.isEmpty() ? null : edges.getLast().cursor()),
        page.totalCount());
  }

  /** A Relay connection. */
  public record Connection<T>(List<Edge<T>> edges, PageInfo pageInfo, long totalCount) {}

  /** A Relay edge. */
  public record Edge<T>(String cursor, T node) {}

  /** Relay's page information; cursors are null for an empty page. */
  public record PageInfo(
      boolean hasNextPage,
      boolean hasPreviousPage,
      @Nullable String startCursor,
      @Nullable String endCursor) {}
}
