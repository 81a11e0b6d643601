package io.concordat.contract.shape;

import io.concordat.contract.tree.Mapping;
import io.concordat.contract.tree.Node;
import io.concordat.contract.tree.Paths;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A mapping with known names.
 *
 * @param spoken what people call it, such as {@code the contract}
 * @param names known names
 * @param closedSince the version from which names that are not known are refused; null where they
 *     are left alone in every version
 */
public record ObjectShape(String spoken, Map<String, Slot> names, @Nullable Edition closedSince)
    implements Shape {

  /**
   * A known name.
   *
   * @param shape of its value
   * @param since the version that brought it
   * @param required the versions in which it has to be there
   */
  public record Slot(Shape shape, Edition since, Predicate<Edition> required) {}

  /** More suggestions than are ever told are not looked for. */
  private static final int MOST_SUGGESTED = 1_000;

  public ObjectShape {
    names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
  }

  /** A shape without names yet, closed in every version. */
  public static ObjectShape of(String spoken) {
    return new ObjectShape(spoken, Map.of(), Edition.FIRST);
  }

  /** With names that may be there in every version. */
  public ObjectShape with(Shape shape, String... added) {
    return since(Edition.FIRST, shape, added);
  }

  /** With names that may be there from a version on. */
  public ObjectShape since(Edition edition, Shape shape, String... added) {
    return plus(new Slot(shape, edition, each -> false), added);
  }

  /** With names that have to be there. */
  public ObjectShape needs(Shape shape, String... added) {
    return needs(each -> true, shape, added);
  }

  /** With names that have to be there in some versions. */
  public ObjectShape needs(Predicate<Edition> when, Shape shape, String... added) {
    return plus(new Slot(shape, Edition.FIRST, when), added);
  }

  /** With another shape for the value of a name; whether it is needed stays as it is. */
  public ObjectShape reshaped(String name, Shape shape) {
    Map<String, Slot> more = new LinkedHashMap<>(names);
    more.computeIfPresent(name, (same, slot) -> new Slot(shape, slot.since(), slot.required()));
    return new ObjectShape(spoken, more, closedSince);
  }

  /** With all that another shape has. */
  public ObjectShape with(ObjectShape other) {
    Map<String, Slot> more = new LinkedHashMap<>(names);
    more.putAll(other.names);
    return new ObjectShape(spoken, more, closedSince);
  }

  /** The same, called something else. */
  public ObjectShape named(String other) {
    return new ObjectShape(other, names, closedSince);
  }

  /** The same, refusing names that are not known from a version on; null for never. */
  public ObjectShape closedSince(@Nullable Edition edition) {
    return new ObjectShape(spoken, names, edition);
  }

  private ObjectShape plus(Slot slot, String... added) {
    Map<String, Slot> more = new LinkedHashMap<>(names);
    for (String name : added) {
      more.put(name, slot);
    }
    return new ObjectShape(spoken, more, closedSince);
  }

  @Override
  public void verify(Node node, String path, Check check) {
    if (!(node instanceof Mapping mapping)) {
      check.add(path, node, "must be a mapping, " + Shapes.butIs(node) + ".");
      return;
    }
    mapping.entries().forEach((name, entry) -> verify(name, entry, path, check));
    names.forEach((name, slot) -> {
      if (mapping.get(name) == null && slot.required().test(check.edition())) {
        check.add(path, mapping, "Add '" + name + "': " + spoken + " needs it.");
      }
    });
  }

  private void verify(String name, Mapping.Entry entry, String path, Check check) {
    Slot slot = names.get(name);
    String childPath = Paths.child(path, name);
    if (slot != null && check.edition().isFrom(slot.since())) {
      slot.shape().verify(entry.value(), childPath, check);
    } else if (closedSince != null && check.edition().isFrom(closedSince)) {
      check.add(
          childPath,
          entry.key(),
          slot == null ? unknown(name, check) : later(name, slot.since(), check));
    }
  }

  private String unknown(String name, Check check) {
    String suggestion = check.size() < MOST_SUGGESTED ? Words.suggestion(name, names.keySet()) : "";
    return "'%s' is not part of %s in %s; take it out or move it to customProperties.%s"
        .formatted(Shapes.shorten(name), check.standard(), spoken, suggestion);
  }

  private String later(String name, Edition since, Check check) {
    return "'%s' is part of %s in %s from %s on, and the document is held against %s; move it to"
            .formatted(name, check.standard(), spoken, since, check.edition())
        + " customProperties, or declare a version that has it where Concordat reads that.";
  }
}
