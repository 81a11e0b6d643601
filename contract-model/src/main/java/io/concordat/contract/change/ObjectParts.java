package io.concordat.contract.change;

import io.concordat.contract.odcs.Property;
import io.concordat.contract.odcs.QualityRule;
import io.concordat.contract.odcs.SchemaObject;
import io.concordat.contract.tree.Mapping;
import io.concordat.contract.tree.Node;
import io.concordat.contract.tree.Scalar;
import io.concordat.contract.tree.Sequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Schema objects and their fields. */
final class ObjectParts {

  private static final String[] LISTS = {
    "properties", "items", "quality", "relationships", "customProperties", "logicalTypeOptions"
  };

  private final SchemaObject object;
  private final List<Keyed> fields = new ArrayList<>();

  private ObjectParts(SchemaObject object) {
    this.object = object;
  }

  /** A field with what it says of keys. */
  private record Keyed(Part part, Mapping node) {}

  /** An object without some of its fields. */
  static Part of(SchemaObject object, Set<Property> without) {
    return new ObjectParts(object).whole(without);
  }

  private Part whole(Set<Property> without) {
    Mapping node = (Mapping) object.at().node();
    Part part =
        new Part(
            Section.OBJECT,
            object.at().path(),
            object.name(),
            object.name(),
            Arrays.asList(
                object.name(),
                NormalForm.text(node.get("id")),
                Objects.requireNonNullElse(object.physicalName(), object.name())));
    Facets facets = new Facets(node, object.at().path(), part).without(LISTS);
    facets.without("physicalName").unless("object", "logicalType");
    physicalName(facets, object.name(), object.physicalName());
    facets.rest();
    CustomParts.add(facets, object.at().path(), part, Set.of());
    object.quality().forEach(rule -> part.add(RuleParts.rule(rule, object.name(), false)));
    for (Property property : object.properties()) {
      if (without.contains(property)) {
        continue;
      }
      part.add(field(property, object.name() + "." + property.name(), property.name()));
    }
    relationships(facets, part);
    rank("primaryKey", "primaryKeyPosition");
    rank("partitioned", "partitionKeyPosition");
    return part;
  }

  private Part field(Property property, String element, String name) {
    Mapping node = (Mapping) property.at().node();
    Part part =
        new Part(
            Section.FIELD,
            property.at().path(),
            element,
            element,
            Arrays.asList(
                name,
                NormalForm.text(node.get("id")),
                Objects.requireNonNullElse(property.physicalName(), name)));
    Facets facets = new Facets(node, property.at().path(), part).without(LISTS);
    facets
        .flags("required", "unique", "criticalDataElement")
        .without(
            "physicalName",
            "primaryKey",
            "primaryKeyPosition",
            "partitioned",
            "partitionKeyPosition",
            "enum");
    physicalName(facets, name, property.physicalName());
    Set<String> understood = ValueParts.add(property, facets, part);
    facets.rest();
    CustomParts.add(facets, property.at().path(), part, understood);
    for (QualityRule rule : property.quality()) {
      part.add(RuleParts.rule(rule, element, ValueParts.isToldBy(rule, part)));
    }
    fields.add(new Keyed(part, node));
    for (Property child : property.properties()) {
      part.add(field(child, element + "." + child.name(), child.name()));
    }
    Property items = property.items();
    if (items != null) {
      part.add(field(items, element + "[]", "[]"));
    }
    NormalForm.each(
        facets, "relationships", (relation, path) -> part.add(relationship(relation, path, part)));
    return part;
  }

  /** A physical name that says no more than the name does is none. */
  private static void physicalName(Facets facets, String name, @Nullable String physicalName) {
    if (physicalName != null && !physicalName.equals(name)) {
      facets.put("physicalName", physicalName, physicalName, null);
    }
  }

  /** What starts at one field of the object is told as the field's own. */
  private void relationships(Facets facets, Part part) {
    Map<String, Part> byElement = new HashMap<>();
    for (Keyed field : fields) {
      byElement.putIfAbsent(String.valueOf(field.part().element()), field.part());
    }
    NormalForm.each(
        facets,
        "relationships",
        (node, path) -> {
          Part owner = byElement.getOrDefault(reference(node.get("from")), part);
          owner.add(relationship(node, path, owner));
        });
  }

  private static Part relationship(Mapping node, String path, Part owner) {
    String from = owner.section() == Section.FIELD ? "" : reference(node.get("from"));
    String to = reference(node.get("to"));
    Part part =
        new Part(
            Section.RELATIONSHIP,
            path,
            "the relationship from " + (from.isEmpty() ? owner.name() : from) + " to " + to,
            owner.element(),
            List.of(from + ">" + to));
    Facets facets = new Facets(node, path, part).without("from", "to");
    part.put("ends", new Facet(path, "to", from + ">" + to, to, null));
    facets.unless("foreignKey", "type").rest();
    return part;
  }

  private static String reference(@Nullable Node node) {
    if (node instanceof Sequence list) {
      return list.items().stream().map(ObjectParts::reference).collect(Collectors.joining(", "));
    }
    String text = Objects.toString(NormalForm.text(node), "");
    return text.startsWith("/") ? text.substring(1) : text;
  }

  /**
   * Gives the fields of a key their place in it; without positions, only that they belong to it.
   */
  private void rank(String flag, String position) {
    List<Keyed> members = fields.stream().filter(field -> isTrue(field.node(), flag)).toList();
    boolean ordered =
        members.size() > 1
            && members.stream().allMatch(field -> positionOf(field.node(), position) > 0);
    List<Keyed> sorted =
        ordered
            ? members.stream()
                .sorted(Comparator.comparingInt(field -> positionOf(field.node(), position)))
                .toList()
            : members;
    for (int i = 0; i < sorted.size(); i++) {
      Part field = sorted.get(i).part();
      String value = ordered ? "place " + (i + 1) : "member";
      field.put(flag, new Facet(field.path(), flag, value, value, ordered ? i : -1));
    }
  }

  private static boolean isTrue(Mapping node, String flag) {
    return "true".equalsIgnoreCase(NormalForm.text(node.get(flag)));
  }

  private static int positionOf(Mapping node, String name) {
    return node.get(name) instanceof Scalar scalar
        ? scalar.decimal().map(number -> number.intValue()).orElse(-1)
        : -1;
  }

  /** Fields of a key in the order of their places; by name where it has no order. */
  static List<Part> key(Part object, String flag) {
    List<Part> members = new ArrayList<>();
    collect(object, flag, members);
    members.sort(
        Comparator.comparingInt((Part part) -> place(part, flag)).thenComparing(Part::name));
    return members;
  }

  private static int place(Part part, String flag) {
    Facet facet = part.facet(flag);
    return facet != null && facet.meaning() instanceof Integer place ? place : -1;
  }

  private static void collect(Part part, String flag, List<Part> members) {
    for (Part field : part.parts(Section.FIELD)) {
      if (field.facet(flag) != null) {
        members.add(field);
      }
      collect(field, flag, members);
    }
  }
}
