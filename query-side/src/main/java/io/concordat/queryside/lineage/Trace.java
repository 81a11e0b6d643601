package io.concordat.queryside.lineage;

import io.concordat.messages.mesh.FieldPair;
import io.concordat.messages.migration.AffectedElements;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where each step of a walk came from, on the shortest ways.
 *
 * <p>Not thread safe.
 */
final class Trace {

  private static final char HASH = '#';

  private enum What {
    /** A field that changes; its key. */
    FIELD,
    /** A contract that changes by some fields, or from the start; its id. */
    TOUCHED,
    /** A contract of which anything may change; its id. */
    WHOLE,
    /** A consumer; its id. */
    CONSUMER
  }

  private record State(What what, String id) {

    /** The contract or consumer that it is, or of which it is a field. */
    String owner() {
      return what == What.FIELD ? contractOf(id) : id;
    }
  }

  private record Link(State from, @Nullable FieldPair pair) {}

  /**
   * One step between two contracts, or to a consumer.
   *
   * @param fields that it goes through, sorted; empty where they are not known
   */
  record Hop(String upstream, String downstream, List<FieldPair> fields) {}

  private record Ends(String upstream, String downstream) {}

  private final Map<State, Integer> depths = new HashMap<>();
  private final Map<State, List<Link>> links = new HashMap<>();

  /**
   * Where the walk begins.
   *
   * @param fields of the contract; empty for all of them
   */
  Trace(Collection<String> roots, List<String> fields) {
    for (String root : roots) {
      depths.put(new State(What.TOUCHED, root), 0);
      fields.forEach(field -> depths.put(new State(What.FIELD, root + HASH + field), 0));
    }
  }

  /** A field changes because of one that changed, or because all of its contract did. */
  void field(String changed, String source, String field, int depth) {
    String contract = contractOf(changed);
    boolean everything = changed.length() == contract.length() + 1;
    State from = everything ? new State(What.TOUCHED, contract) : new State(What.FIELD, changed);
    State state = new State(What.FIELD, field);
    link(state, from, new FieldPair(source, field), depth);
    depths.putIfAbsent(new State(What.TOUCHED, state.owner()), depth);
  }

  /** Anything of a contract may change because of another. */
  void contract(String from, boolean whole, String contract, int depth) {
    link(
        new State(What.WHOLE, contract),
        new State(whole ? What.WHOLE : What.TOUCHED, from),
        null,
        depth);
  }

  /**
   * A consumer reads what changes.
   *
   * @param sure what surely changes of the contract
   * @param fields what it reads of that
   */
  void consumer(
      String contract,
      boolean perhaps,
      AffectedElements sure,
      List<String> fields,
      String consumer,
      int depth) {
    State state = new State(What.CONSUMER, consumer);
    for (String field : fields) {
      FieldPair pair = new FieldPair(contract + HASH + field, consumer);
      if (sure.all()) {
        link(state, new State(What.TOUCHED, contract), pair, depth);
      }
      sure.touchedBy(List.of(field))
          .orElse(List.of())
          .forEach(changed ->
              link(state, new State(What.FIELD, contract + HASH + changed), pair, depth));
    }
    if (fields.isEmpty()) {
      link(state, new State(perhaps ? What.WHOLE : What.TOUCHED, contract), null, depth);
    } else if (perhaps) {
      link(state, new State(What.WHOLE, contract), null, depth);
    }
  }

  private void link(State state, State from, @Nullable FieldPair pair, int depth) {
    Integer known = depths.putIfAbsent(state, depth);
    Integer before = depths.get(from);
    if ((known == null || known == depth) && before != null && before == depth - 1) {
      links.computeIfAbsent(state, _ -> new ArrayList<>()).add(new Link(from, pair));
    }
  }

  /** Which fields are read by whom, as {@code object.field}, by the id of the reading contract. */
  Map<String, SortedSet<String>> sources() {
    Map<String, SortedSet<String>> sources = new HashMap<>();
    links.forEach((state, all) -> {
      for (Link link : all) {
        FieldPair pair = link.pair();
        if (state.what() == What.FIELD && pair != null) {
          sources
              .computeIfAbsent(state.owner(), _ -> new TreeSet<>())
              .add(pair.upstream().substring(pair.upstream().indexOf(HASH) + 1));
        }
      }
    });
    return sources;
  }

  /**
   * The shortest ways to one of some contracts or consumers, each from where the walk began.
   *
   * @param limit at most so many
   */
  List<List<Hop>> ways(Set<String> to, int limit) {
    int nearest =
        depths.entrySet().stream()
            .filter(each -> to.contains(each.getKey().owner()) && each.getValue() > 0)
            .mapToInt(Map.Entry::getValue)
            .min()
            .orElse(0);
    if (nearest == 0) {
      return List.of();
    }
    Set<State> states = new HashSet<>();
    depths.forEach((state, depth) -> {
      if (depth == nearest && to.contains(state.owner())) {
        states.add(state);
      }
    });
    Set<String> ends = new TreeSet<>();
    states.forEach(state -> ends.add(state.owner()));
    List<Map<String, List<Hop>>> back = new ArrayList<>();
    Set<State> from = states;
    for (int depth = nearest; depth > 0; depth--) {
      Set<State> next = new HashSet<>();
      back.add(hops(from, next));
      from = next;
    }
    List<List<Hop>> ways = new ArrayList<>();
    for (String end : ends) {
      extend(back, 0, end, new ArrayList<>(), ways, limit);
    }
    return ways;
  }

  /** The hops to some states, by where they lead; what they come from is added to the last. */
  private Map<String, List<Hop>> hops(Set<State> states, Set<State> before) {
    Map<Ends, SortedSet<FieldPair>> pairs = new LinkedHashMap<>();
    for (State state : states) {
      for (Link link : links.getOrDefault(state, List.of())) {
        SortedSet<FieldPair> through =
            pairs.computeIfAbsent(
                new Ends(link.from().owner(), state.owner()), _ -> new TreeSet<>());
        if (link.pair() != null) {
          through.add(link.pair());
        }
        before.add(link.from());
        if (link.from().what() == What.TOUCHED) {
          before.addAll(fieldsThatTouched(link.from()));
        }
      }
    }
    Map<String, List<Hop>> hops = new TreeMap<>();
    pairs.forEach((ends, through) ->
        hops.computeIfAbsent(ends.downstream(), _ -> new ArrayList<>())
            .add(new Hop(ends.upstream(), ends.downstream(), List.copyOf(through))));
    hops.values().forEach(each -> each.sort(Comparator.comparing(Hop::upstream)));
    return hops;
  }

  private List<State> fieldsThatTouched(State contract) {
    Integer depth = depths.get(contract);
    return links.keySet().stream()
        .filter(state ->
            state.what() == What.FIELD
                && state.owner().equals(contract.id())
                && Objects.equals(depths.get(state), depth))
        .toList();
  }

  private static void extend(
      List<Map<String, List<Hop>>> back,
      int level,
      String end,
      List<Hop> way,
      List<List<Hop>> ways,
      int limit) {
    if (level == back.size()) {
      ways.add(List.copyOf(way.reversed()));
      return;
    }
    for (Hop hop : back.get(level).getOrDefault(end, List.of())) {
      if (ways.size() >= limit) {
        return;
      }
      way.add(hop);
      extend(back, level + 1, hop.upstream(), way, ways, limit);
      way.removeLast();
    }
  }

  private static String contractOf(String key) {
    return key.substring(0, key.indexOf(HASH));
  }
}
