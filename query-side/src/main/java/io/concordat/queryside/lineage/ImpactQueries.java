package io.concordat.queryside.lineage;

import io.concordat.messages.mesh.FindImpact;
import io.concordat.messages.mesh.ImpactLevel;
import io.concordat.messages.mesh.ImpactView;
import io.concordat.messages.mesh.ImpactView.Affected;
import io.concordat.messages.migration.AffectedElements;
import io.concordat.messages.migration.ParticipantKind;
import io.concordat.queryside.Graphs;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.queryhandling.QueryHandler;
import org.neo4j.driver.TransactionContext;

/**
 * Who is affected by a change, at any distance. Contracts are followed one distance at a time. A
 * contract that declares which of its fields derive from what is followed through those fields; one
 * that only says that it derives may be affected, and so may all that follows from it.
 */
public final class ImpactQueries {

  private static final int FURTHEST = 50;

  private final Graphs graphs;

  /** Answers from the lineage graph. */
  public ImpactQueries(Graphs graphs) {
    this.graphs = graphs;
  }

  @QueryHandler
  Optional<ImpactView> handle(FindImpact query) {
    return graphs.inOne(graph -> {
      List<String> roots =
          graph
              .run(LineageStatements.IMPACT_ROOTS, Graphs.question(Map.of("id", query.of())))
              .stream()
              .map(row -> row.get("contract").asString(""))
              .toList();
      if (roots.isEmpty()) {
        return Optional.empty();
      }
      List<String> unknown = unknown(graph, query);
      return Optional.of(
          unknown.isEmpty()
              ? new Walk(graph, query, roots).view()
              : new ImpactView(query.of(), query.fields(), unknown, List.of()));
    });
  }

  /** Fields that no version of the contract ever had; an object is known by its fields. */
  private static List<String> unknown(TransactionContext graph, FindImpact query) {
    if (query.fields().isEmpty()) {
      return List.of();
    }
    List<String> known =
        graph
            .run(
                LineageStatements.KNOWN_FIELDS, Graphs.question(Map.of("prefix", query.of() + "#")))
            .list(row -> row.get("path").asString());
    return query.fields().stream()
        .filter(field ->
            known.stream().noneMatch(path -> AffectedElements.isWithin(path, itemless(field))))
        .toList();
  }

  /** The array that {@code []} at the end speaks of the items of. */
  private static String itemless(String field) {
    String array = field;
    while (array.endsWith("[]")) {
      array = array.substring(0, array.length() - 2);
    }
    return array;
  }

  /**
   * The change as it reaches a contract: what surely changes, and whether anything else of it may
   * change as well.
   */
  private static final class Reach {
    private final Set<String> fields = new TreeSet<>();
    private boolean all;
    private boolean perhaps;

    static Reach asked(List<String> fields) {
      Reach reach = new Reach();
      reach.all = fields.isEmpty();
      reach.fields.addAll(fields);
      return reach;
    }

    /** What surely changes. */
    AffectedElements sure() {
      return new AffectedElements(all, all ? List.of() : List.copyOf(fields));
    }

    /** Takes more in; says whether it was new. */
    boolean add(List<String> more, boolean uncertain) {
      boolean first = uncertain && !perhaps;
      perhaps |= uncertain;
      return fields.addAll(more) || first;
    }
  }

  /** One walk from the changed contracts on. */
  private static final class Walk {
    private final TransactionContext graph;
    private final FindImpact query;
    private final Map<String, Reach> reached = new HashMap<>();
    private final Map<String, Affected> affected = new HashMap<>();
    private Set<String> frontier = new HashSet<>();

    Walk(TransactionContext graph, FindImpact query, List<String> roots) {
      this.graph = graph;
      this.query = query;
      for (String root : roots) {
        if (!root.isEmpty()) {
          reached.put(root, Reach.asked(query.fields()));
          frontier.add(root);
        }
      }
    }

    ImpactView view() {
      for (int depth = 1; depth <= FURTHEST && !frontier.isEmpty(); depth++) {
        Set<String> from = frontier;
        frontier = new HashSet<>();
        for (Reading reading : Reading.of(graph, from)) {
          follow(reading, depth);
        }
      }
      return new ImpactView(
          query.of(),
          query.fields(),
          List.of(),
          affected.values().stream()
              .sorted(Comparator.comparingInt(Affected::depth).thenComparing(Affected::id))
              .toList());
    }

    private void follow(Reading reading, int depth) {
      Reach change = reach(reading.contract());
      AffectedElements sure = change.sure();
      if (!change.perhaps && sure.touchedBy(reading.fields()).isEmpty()) {
        return;
      }
      boolean contract = reading.reader().kind() == ParticipantKind.CONTRACT;
      List<String> fields = contract ? ownFields(reading, sure) : readFields(reading, sure);
      String id = reading.reader().value();
      affected.merge(
          id,
          new Affected(
              reading.reader(),
              reading.name() == null ? id : reading.name(),
              fields.isEmpty() ? ImpactLevel.PRODUCT : ImpactLevel.FIELD,
              fields,
              depth),
          Walk::both);
      if (contract && reach(id).add(fields, fields.isEmpty() || change.perhaps)) {
        frontier.add(id);
      }
    }

    /** Own fields of a contract that derive from what changes; none where it does not say. */
    private static List<String> ownFields(Reading reading, AffectedElements change) {
      Set<String> own = new TreeSet<>();
      reading
          .derived()
          .forEach((source, fields) -> {
            if (change.touchedBy(List.of(source)).isPresent()) {
              own.addAll(fields);
            }
          });
      return new ArrayList<>(own);
    }

    /** What a consumer reads of what changes; none where it does not say. */
    private static List<String> readFields(Reading reading, AffectedElements change) {
      return reading.fields().stream()
          .filter(field -> change.touchedBy(List.of(field)).isPresent())
          .toList();
    }

    private Reach reach(String contract) {
      return reached.computeIfAbsent(contract, _ -> new Reach());
    }

    /** Reached on two ways: at the lesser distance, and surely where one of them is sure. */
    private static Affected both(Affected first, Affected second) {
      Set<String> fields = new TreeSet<>(first.fields());
      fields.addAll(second.fields());
      return new Affected(
          first.id(),
          first.name(),
          fields.isEmpty() ? ImpactLevel.PRODUCT : ImpactLevel.FIELD,
          List.copyOf(fields),
          Math.min(first.depth(), second.depth()));
    }
  }
}
