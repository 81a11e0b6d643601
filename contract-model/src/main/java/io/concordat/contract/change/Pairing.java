package io.concordat.contract.change;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which part of one document is which part of the other.
 *
 * <p>The best keys are tried first, then the next ones on what is left. Where several parts share a
 * key, those that say the same belong together; of the others, only as many as there are on the
 * other side, in the order of what they say. So neither the order of elements nor which document
 * comes first makes a difference.
 *
 * @param pairs before and after
 * @param removed only before
 * @param added only after
 */
record Pairing(List<Pair> pairs, List<Part> removed, List<Part> added) {

  /** The same part twice. */
  record Pair(Part before, Part after) {}

  static Pairing of(List<Part> before, List<Part> after) {
    List<Pair> pairs = new ArrayList<>();
    Set<Part> left = new LinkedHashSet<>(before);
    Set<Part> right = new LinkedHashSet<>(after);
    int ranks = 0;
    for (Part part : before) {
      ranks = Math.max(ranks, part.ranks());
    }
    for (int rank = 0; rank < ranks && !left.isEmpty() && !right.isEmpty(); rank++) {
      Map<String, List<Part>> old = byKey(left, rank);
      Map<String, List<Part>> young = byKey(right, rank);
      for (Map.Entry<String, List<Part>> group : old.entrySet()) {
        List<Part> others = young.get(group.getKey());
        if (others != null) {
          pair(group.getValue(), others, pairs);
        }
      }
      pairs.forEach(pair -> {
        left.remove(pair.before());
        right.remove(pair.after());
      });
    }
    return new Pairing(pairs, List.copyOf(left), List.copyOf(right));
  }

  private static Map<String, List<Part>> byKey(Set<Part> parts, int rank) {
    Map<String, List<Part>> groups = new LinkedHashMap<>();
    for (Part part : parts) {
      String key = part.key(rank);
      if (key != null) {
        groups.computeIfAbsent(key, _ -> new ArrayList<>(1)).add(part);
      }
    }
    return groups;
  }

  private static void pair(List<Part> before, List<Part> after, List<Pair> pairs) {
    if (before.size() == 1 && after.size() == 1) {
      pairs.add(new Pair(before.getFirst(), after.getFirst()));
      return;
    }
    List<Part> old = sorted(before);
    List<Part> young = sorted(after);
    List<Part> left = new ArrayList<>();
    List<Part> right = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < old.size() && j < young.size()) {
      int order = old.get(i).content().compareTo(young.get(j).content());
      if (order == 0) {
        pairs.add(new Pair(old.get(i++), young.get(j++)));
      } else if (order < 0) {
        left.add(old.get(i++));
      } else {
        right.add(young.get(j++));
      }
    }
    left.addAll(old.subList(i, old.size()));
    right.addAll(young.subList(j, young.size()));
    if (left.size() == right.size()) {
      for (int k = 0; k < left.size(); k++) {
        pairs.add(new Pair(left.get(k), right.get(k)));
      }
    }
  }

  private static List<Part> sorted(List<Part> parts) {
    return parts.stream().sorted(Comparator.comparing(Part::content)).toList();
  }
}
