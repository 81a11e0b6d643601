package io.concordat.contract.change;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is different between a part before and after, without a judgement.
 *
 * @param facets what it says differently
 * @param removed parts that it has no more
 * @param added parts that are new
 * @param parts parts that are different
 */
record Delta(
    Part before,
    Part after,
    List<FacetDelta> facets,
    List<Part> removed,
    List<Part> added,
    List<Delta> parts) {

  /** One thing that is said differently; one of both sides may be absent. */
  record FacetDelta(String of, @Nullable Facet before, @Nullable Facet after) {}

  /** Compares a part, and collects which parts belong together below it. */
  static Delta of(Part before, Part after, Map<Part, Part> successors) {
    successors.put(before, after);
    List<Part> removed = new ArrayList<>();
    List<Part> added = new ArrayList<>();
    List<Delta> parts = new ArrayList<>();
    Set<Section> sections = new LinkedHashSet<>(before.parts().keySet());
    sections.addAll(after.parts().keySet());
    for (Section section : sections) {
      Pairing pairing = Pairing.of(before.parts(section), after.parts(section));
      removed.addAll(pairing.removed());
      added.addAll(pairing.added());
      for (Pairing.Pair pair : pairing.pairs()) {
        Delta delta = of(pair.before(), pair.after(), successors);
        if (!delta.isEmpty()) {
          parts.add(delta);
        }
      }
    }
    return new Delta(before, after, facets(before, after), removed, added, parts);
  }

  /** Compares whole documents. */
  static Delta of(Part before, Part after) {
    return of(before, after, new IdentityHashMap<>());
  }

  boolean isEmpty() {
    return facets.isEmpty() && removed.isEmpty() && added.isEmpty() && parts.isEmpty();
  }

  private static List<FacetDelta> facets(Part before, Part after) {
    List<FacetDelta> changed = new ArrayList<>(0);
    before
        .facets()
        .forEach((of, facet) -> {
          Facet other = after.facet(of);
          if (other == null || !facet.says(other)) {
            changed.add(new FacetDelta(of, facet, other));
          }
        });
    after
        .facets()
        .forEach((of, facet) -> {
          if (before.facet(of) == null) {
            changed.add(new FacetDelta(of, null, facet));
          }
        });
    return changed;
  }
}
