package io.concordat.queryside.lineage;

import io.concordat.messages.migration.FindReaders;
import io.concordat.messages.migration.ReaderView;
import io.concordat.queryside.Graphs;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.axonframework.queryhandling.QueryHandler;

/** Who reads a contract, directly. */
public final class ReaderQueries {

  private final Graphs graphs;

  /** Answers from the lineage graph. */
  public ReaderQueries(Graphs graphs) {
    this.graphs = graphs;
  }

  @QueryHandler
  List<ReaderView> handle(FindReaders query) {
    return graphs.inOne(graph -> Reading.of(graph, Set.of(query.contract().value()))).stream()
        .map(reading -> new ReaderView(reading.reader(), reading.fields()))
        .sorted(Comparator.comparing(ReaderView::reader))
        .toList();
  }
}
