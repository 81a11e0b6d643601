package io.concordat.messages.mesh;

import java.util.List;

/**
 * Why one thing is affected by a change of another: the shortest paths between them.
 *
 * @param unknown fields that the contract never had by then; where there is one, no path was looked
 *     for
 * @param paths each from what changes to what is affected; empty where it is not affected
 * @param truncated whether there are more that are as short
 */
public record LineagePathsView(
    String from,
    List<String> fields,
    String to,
    List<String> unknown,
    List<Path> paths,
    boolean truncated) {

  public LineagePathsView {
    fields = List.copyOf(fields);
    unknown = List.copyOf(unknown);
    paths = List.copyOf(paths);
  }

  /**
   * One path.
   *
   * @param hops at least one; each begins where the one before it ends
   */
  public record Path(List<Hop> hops) {

    public Path {
      hops = List.copyOf(hops);
    }
  }

  /**
   * One step of a path.
   *
   * @param level whether it is known which fields it goes through
   * @param edge from a contract or dataset to a contract, consumer or dataset, with the fields on
   *     the way
   */
  public record Hop(ImpactLevel level, LineageEdgeView edge) {}
}
