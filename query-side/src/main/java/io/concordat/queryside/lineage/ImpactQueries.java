package io.concordat.queryside.lineage;

import io.concordat.messages.mesh.AffectedKind;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.mesh.FindImpact;
import io.concordat.messages.mesh.ImpactView;
import io.concordat.messages.mesh.ImpactView.Affected;
import io.concordat.messages.migration.ParticipantId;
import io.concordat.queryside.Graphs;
import io.concordat.queryside.lineage.ImpactWalk.Reached;
import io.concordat.queryside.lineage.ImpactWalk.Reader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;

/**
 * Who is affected by a change, at any distance. A contract that declares which of its fields derive
 * from what is followed through those fields; one that only says that it derives may be affected,
 * and so may all that follows from it.
 */
public final class ImpactQueries {

  private final Graphs graphs;

  /** Answers from the lineage graph. */
  public ImpactQueries(Graphs graphs) {
    this.graphs = graphs;
  }

  @QueryHandler
  Optional<ImpactView> handle(FindImpact query) {
    return graphs.inOne(graph -> {
      Moment moment = new Moment(graph, query.asOf());
      return ImpactStart.of(moment, query.of(), query.fields())
          .map(start ->
              start.unknown().isEmpty()
                  ? follow(moment, query, start)
                  : new ImpactView(
                      query.of(), query.fields(), start.unknown(), List.of(), 0, false));
    });
  }

  private static ImpactView follow(Moment moment, FindImpact query, ImpactStart start) {
    ImpactWalk walk =
        new ImpactWalk(moment, start.contracts(), query.fields(), null, true, query.depth());
    while (walk.depth() < query.depth() && walk.step()) {
      // Each step takes in what is one further away.
    }
    List<Reached> found = walk.found();
    boolean further = walk.depth() == query.depth() && walk.step() && walk.size() > found.size();
    List<Reached> listed =
        found.stream()
            .sorted(Comparator.comparingInt(Reached::depth).thenComparing(Reached::id))
            .limit(query.limit())
            .toList();
    Map<String, String> names = names(moment, walk, listed);
    Map<String, DomainId> domains = new HashMap<>();
    return new ImpactView(
        query.of(),
        query.fields(),
        List.of(),
        listed.stream().map(each -> affected(each, names, domains)).toList(),
        found.size(),
        further || listed.size() < found.size());
  }

  private static Affected affected(
      Reached reached, Map<String, String> names, Map<String, DomainId> domains) {
    Reader reader = reached.reader();
    return new Affected(
        reached.id(),
        reached.kind(),
        reader == null ? null : reader.kind(),
        reader == null ? names.getOrDefault(reached.id(), reached.id()) : reader.name(),
        reached.kind() == AffectedKind.DATASET ? null : domain(reached.id(), domains),
        reached.level(),
        reached.fields(),
        reached.depth());
  }

  /** The domain of a contract or consumer; those found before are kept, as few have all. */
  private static DomainId domain(String id, Map<String, DomainId> domains) {
    int end = id.indexOf('/') < 0 ? id.indexOf(':') : id.indexOf('/');
    return domains.computeIfAbsent(id.substring(0, end), _ -> new ParticipantId(id).domain());
  }

  private static Map<String, String> names(Moment moment, ImpactWalk walk, List<Reached> listed) {
    Map<String, String> names = new HashMap<>();
    List<String> contracts = new ArrayList<>();
    for (Reached each : listed) {
      String name = walk.name(each.id());
      if (name != null) {
        names.put(each.id(), name);
      } else if (each.kind() == AffectedKind.CONTRACT) {
        contracts.add(each.id());
      }
    }
    if (!contracts.isEmpty()) {
      moment
          .run(ImpactStatements.NAMES, Map.of("ids", contracts))
          .forEachRemaining(row -> {
            String id = row.get("id").asString();
            names.put(id, row.get("name").asString(id));
          });
    }
    return names;
  }
}
