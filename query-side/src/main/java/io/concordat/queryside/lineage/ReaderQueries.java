package io.concordat.queryside.lineage;

import io.concordat.messages.contract.ContractId;
import io.concordat.messages.migration.FindReaders;
import io.concordat.messages.migration.ParticipantId;
import io.concordat.messages.migration.ReaderView;
import io.concordat.queryside.Graphs;
import io.concordat.queryside.lineage.ImpactWalk.Reached;
import io.concordat.queryside.lineage.ImpactWalk.Reader;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.axonframework.queryhandling.QueryHandler;
import org.neo4j.driver.TransactionContext;

/** Who reads a contract, directly: the first step of a change of all of it. */
public final class ReaderQueries {

  private final Graphs graphs;

  /** Answers from the lineage graph. */
  public ReaderQueries(Graphs graphs) {
    this.graphs = graphs;
  }

  @QueryHandler
  List<ReaderView> handle(FindReaders query) {
    return readers(graphs, query.contract());
  }

  /** The readers of a contract, sorted by id. */
  public static List<ReaderView> readers(Graphs graphs, ContractId contract) {
    return graphs.inOne(graph -> readers(graph, List.of(contract.value())));
  }

  private static List<ReaderView> readers(TransactionContext graph, List<String> contract) {
    Trace trace = new Trace(contract, List.of());
    ImpactWalk walk = new ImpactWalk(new Moment(graph, null), contract, List.of(), trace, false, 0);
    walk.step();
    Map<String, SortedSet<String>> sources = trace.sources();
    return walk.found().stream()
        .map(reached -> new ReaderView(new ParticipantId(reached.id()), fields(reached, sources)))
        .sorted(Comparator.comparing(ReaderView::reader))
        .toList();
  }

  /** What is read, sorted; empty where it may be all. */
  private static List<String> fields(Reached reached, Map<String, SortedSet<String>> sources) {
    Reader reader = reached.reader();
    return reader == null
        ? List.copyOf(sources.getOrDefault(reached.id(), Collections.emptySortedSet()))
        : reader.fields().stream().sorted().toList();
  }
}
