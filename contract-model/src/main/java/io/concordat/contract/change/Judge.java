package io.concordat.contract.change;

import io.concordat.contract.change.Delta.FacetDelta;
import io.concordat.messages.contract.ContractChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns what is different into changes: finds the row of the table for each. */
final class Judge {

  private static final int LONGEST = 200;
  private static final Pattern BLANK = Pattern.compile("\\{([sfba])}");

  private final Map<Part, Part> successors;
  private final List<ContractChange> changes = new ArrayList<>();

  private Judge(Map<Part, Part> successors) {
    this.successors = successors;
  }

  /** All changes, worst first, then by element and rule. */
  static List<ContractChange> changes(Part before, Part after) {
    Map<Part, Part> successors = new IdentityHashMap<>();
    Delta delta = Delta.of(before, after, successors);
    Judge judge = new Judge(successors);
    judge.walk(delta);
    judge.changes.sort(
        Comparator.comparing(ContractChange::kind)
            .thenComparing(change -> Objects.toString(change.element(), ""))
            .thenComparing(ContractChange::rule)
            .thenComparing(change -> Objects.toString(change.before(), ""))
            .thenComparing(change -> Objects.toString(change.after(), ""))
            .thenComparing(ContractChange::path));
    return List.copyOf(judge.changes);
  }

  private void walk(Delta delta) {
    if (delta.isEmpty()) {
      return;
    }
    for (FacetDelta facet : delta.facets()) {
      judge(delta, facet);
    }
    delta.removed().forEach(part -> told(Whole.removed(part), part, part, null));
    delta.added().forEach(part -> told(Whole.added(part), part, null, part));
    movedIds(delta);
    delta.parts().forEach(this::walk);
    if (delta.before().section() == Section.OBJECT) {
      key(delta, "primaryKey", ChangeRule.KEY_ADDED, ChangeRule.KEY_REMOVED);
      key(delta, "partitioned", ChangeRule.PARTITION_ADDED, ChangeRule.PARTITION_REMOVED);
    }
  }

  private void judge(Delta delta, FacetDelta facet) {
    ChangeRule rule = FacetRules.of(delta, facet);
    if (rule != null) {
      add(rule, delta.before(), delta.after(), facet);
    }
  }

  /** An id that was one part's and is another's: references now lead astray. */
  private void movedIds(Delta delta) {
    for (Section section : Set.of(Section.OBJECT, Section.FIELD)) {
      Map<String, Part> owners =
          delta.before().parts(section).stream()
              .filter(part -> part.facet("id") != null)
              .collect(
                  Collectors.toMap(
                      part -> Objects.requireNonNull(part.facet("id")).value(),
                      part -> part,
                      (one, _) -> one));
      for (Part part : owners.isEmpty() ? List.<Part>of() : delta.after().parts(section)) {
        Facet id = part.facet("id");
        Part owner = id == null ? null : owners.get(id.value());
        if (id != null && owner != null && successors.get(owner) != part) {
          add(ChangeRule.STABLE_ID_MOVED, owner, part, new FacetDelta("id", owner.facet("id"), id));
        }
      }
    }
  }

  /** Keys are told as one change of their object, whatever its fields are called now. */
  private void key(Delta delta, String flag, ChangeRule added, ChangeRule removed) {
    List<Part> before = ObjectParts.key(delta.before(), flag);
    List<Part> after = ObjectParts.key(delta.after(), flag);
    List<@Nullable Part> kept = new ArrayList<>();
    before.forEach(part -> kept.add(successors.get(part)));
    boolean ordered = isOrdered(before, flag) && isOrdered(after, flag);
    boolean same = ordered ? kept.equals(after) : Set.copyOf(named(kept)).equals(Set.copyOf(after));
    if (before.isEmpty() ? after.isEmpty() : same && named(kept).size() == before.size()) {
      return;
    }
    ChangeRule rule =
        before.isEmpty() ? added : after.isEmpty() ? removed : changedKey(flag, kept, after);
    Facet was = key(delta.before(), before, flag);
    Facet is = key(delta.after(), after, flag);
    add(rule, delta.before(), delta.after(), new FacetDelta(flag, was, is));
  }

  private static ChangeRule changedKey(String flag, List<@Nullable Part> kept, List<Part> after) {
    if (flag.equals("partitioned")) {
      return ChangeRule.PARTITION_CHANGED;
    }
    boolean fewer = after.size() < kept.size() && kept.containsAll(after);
    return fewer ? ChangeRule.KEY_NARROWED : ChangeRule.KEY_CHANGED;
  }

  private static List<Part> named(List<@Nullable Part> parts) {
    return parts.stream().filter(Objects::nonNull).map(Objects::requireNonNull).toList();
  }

  private static boolean isOrdered(List<Part> key, String flag) {
    return key.stream()
        .map(part -> part.facet(flag))
        .allMatch(facet -> facet != null && facet.meaning() instanceof Integer place && place >= 0);
  }

  private static @Nullable Facet key(Part object, List<Part> fields, String flag) {
    String prefix = object.name() + ".";
    String names =
        fields.stream()
            .map(Part::name)
            .map(name -> name.startsWith(prefix) ? name.substring(prefix.length()) : name)
            .collect(Collectors.joining(", "));
    return fields.isEmpty() ? null : new Facet(fields.getFirst().path(), flag, names, names, null);
  }

  private void told(ChangeRule rule, Part subject, @Nullable Part before, @Nullable Part after) {
    changes.add(
        new ContractChange(
            rule.kind(),
            rule.id(),
            subject.path(),
            subject.element(),
            sentence(rule, subject, "", "", ""),
            before == null ? null : shortened(Whole.text(before)),
            after == null ? null : shortened(Whole.text(after))));
  }

  private void add(ChangeRule rule, Part before, Part after, FacetDelta facet) {
    Facet was = facet.before();
    Facet is = facet.after();
    String path = is != null ? is.path() : was != null ? was.path() : after.path();
    changes.add(
        new ContractChange(
            rule.kind(),
            rule.id(),
            path,
            before.element(),
            sentence(rule, before, facet.of(), text(was), text(is)),
            was == null ? null : shortened(was.text()),
            is == null ? null : shortened(is.text())));
  }

  private static String text(@Nullable Facet facet) {
    return facet == null ? "not given" : shortened(facet.text());
  }

  private static String sentence(
      ChangeRule rule, Part subject, String of, String before, String after) {
    String filled =
        BLANK
            .matcher(rule.sentence())
            .replaceAll(blank ->
                Matcher.quoteReplacement(
                    switch (blank.group(1)) {
                      case "s" -> subject.name();
                      case "f" -> FacetRules.spoken(of);
                      case "b" -> before;
                      default -> after;
                    }));
    return filled.startsWith("the ") ? "T" + filled.substring(1) : filled;
  }

  /** One line of bounded length. */
  private static String shortened(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
  }
}
