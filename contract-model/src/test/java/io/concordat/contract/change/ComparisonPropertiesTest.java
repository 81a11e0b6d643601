package io.concordat.contract.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.contract.odcs.OdcsContract;
import io.concordat.messages.contract.ContractChange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever two contracts say. */
class ComparisonPropertiesTest {

  /** A contract that can be written in any order. */
  record Sketch(
      List<String> head, List<String> levels, List<String> servers, List<List<String>> objects) {

    String text() {
      StringBuilder schema = new StringBuilder();
      for (int i = 0; i < objects.size(); i++) {
        schema
            .append(i == 0 ? "" : ", ")
            .append("{name: o")
            .append(objects.get(i).hashCode() % 2 == 0 ? "a" : "b")
            .append(i)
            .append(", properties: [")
            .append(String.join(", ", objects.get(i)))
            .append("]}");
      }
      return String.join("\n", head)
          + "\nslaProperties: ["
          + String.join(", ", levels)
          + "]\nservers: ["
          + String.join(", ", servers)
          + "]\nschema: ["
          + schema
          + "]";
    }
  }

  @Property(tries = 200)
  void aContractIsTheSameAsItself(@ForAll("documents") String text) {
    assertThat(Comparison.of(Snippets.root(text), Snippets.root(text)).changes()).isEmpty();
  }

  @Property(tries = 300)
  void whatIsAddedOneWayIsRemovedTheOther(
      @ForAll("documents") String one, @ForAll("documents") String other) {
    OdcsContract left = Snippets.root(one);
    OdcsContract right = Snippets.root(other);
    assertThat(ends(left, right, "-added")).isEqualTo(ends(right, left, "-removed"));
    assertThat(Comparison.of(left, right).changes().isEmpty())
        .isEqualTo(Comparison.of(right, left).changes().isEmpty());
  }

  /** Elements that rules of whole parts tell of. */
  private static List<String> ends(OdcsContract before, OdcsContract after, String ending) {
    return Comparison.of(before, after).changes().stream()
        .filter(change -> change.rule().endsWith(ending))
        .filter(change ->
            List.of("object", "field", "server", "sla", "rule")
                .contains(change.rule().substring(0, change.rule().length() - ending.length())))
        .map(change -> change.rule().replace(ending, "") + " " + change.element())
        .sorted()
        .toList();
  }

  @Property(tries = 300)
  void whatIsWrittenAlikeCanBeLeftOut(
      @ForAll("documents") String one, @ForAll("documents") String other) {
    OdcsContract left = Snippets.root(one);
    OdcsContract right = Snippets.root(other);
    assertThat(Comparison.of(left, right).changes())
        .isEqualTo(Judge.changes(NormalForm.of(left), NormalForm.of(right)));
  }

  @Property(tries = 300)
  void theDifferencesAppliedGiveTheTarget(
      @ForAll("documents") String one, @ForAll("documents") String other) {
    Part before = NormalForm.of(Snippets.root(one));
    Part after = NormalForm.of(Snippets.root(other));
    Map<Part, Part> successors = new IdentityHashMap<>();
    Delta delta = Delta.of(before, after, successors);

    assertThat(applied(before, delta).content()).isEqualTo(after.content());
    if (!delta.isEmpty()) {
      assertThat(Judge.changes(before, after)).isNotEmpty();
    }
  }

  /** The part before, with nothing but the differences put in. */
  private static Part applied(Part before, Delta delta) {
    Part result = copy(before);
    for (Delta.FacetDelta facet : delta.facets()) {
      if (facet.after() == null) {
        result.facets().remove(facet.of());
      } else {
        result.put(facet.of(), facet.after());
      }
    }
    Map<Part, Delta> changed = new IdentityHashMap<>();
    delta.parts().forEach(part -> changed.put(part.before(), part));
    before
        .parts()
        .values()
        .forEach(parts ->
            parts.stream()
                .filter(part -> delta.removed().stream().noneMatch(gone -> gone == part))
                .map(part -> changed.containsKey(part) ? applied(part, changed.get(part)) : part)
                .forEach(result::add));
    delta.added().forEach(result::add);
    return result;
  }

  private static Part copy(Part part) {
    Part copy = new Part(part.section(), part.path(), part.name(), part.element(), List.of());
    part.facets().forEach(copy::put);
    return copy;
  }

  @Property(tries = 300)
  void theOrderOfElementsDecidesNothing(
      @ForAll("fields") List<String> before,
      @ForAll("fields") List<String> after,
      @ForAll("levels") List<String> levels,
      @ForAll Random random) {
    List<String> expected = said(document(before, levels), document(after, levels.reversed()));
    List<String> shuffledBefore = shuffled(before, random);
    List<String> shuffledAfter = shuffled(after, random);
    List<String> shuffledLevels = shuffled(levels, random);

    assertThat(
            said(
                document(shuffledBefore, shuffledLevels),
                document(shuffledAfter, shuffled(levels, random))))
        .isEqualTo(expected);
  }

  private static List<String> shuffled(List<String> list, Random random) {
    List<String> copy = new ArrayList<>(list);
    Collections.shuffle(copy, random);
    return copy;
  }

  private static String document(List<String> fields, List<String> levels) {
    return "slaProperties: ["
        + String.join(", ", levels)
        + "]\nschema: [{name: orders, properties: ["
        + String.join(", ", fields)
        + "]}]";
  }

  private static List<String> said(String before, String after) {
    return Comparison.of(Snippets.root(before), Snippets.root(after)).changes().stream()
        .map(ComparisonPropertiesTest::said)
        .sorted()
        .toList();
  }

  private static String said(ContractChange change) {
    return change.kind()
        + " "
        + change.rule()
        + " "
        + change.element()
        + " "
        + change.before()
        + " > "
        + change.after();
  }

  @Provide
  Arbitrary<String> documents() {
    Arbitrary<List<String>> heads =
        Combinators.combine(
                Arbitraries.of("", "tags: [a, b]", "tags: [b]"),
                Arbitraries.of("", "description: {purpose: p}", "description: {usage: u}"),
                Arbitraries.of("", "roles: [{role: r, access: read}]", "roles: [{role: s}]"),
                Arbitraries.of(
                    "",
                    "customProperties: [{property: noticePeriod, value: P60D}]",
                    "customProperties: [{property: x, value: {a: [1, 2]}}]"))
            .as((a, b, c, d) -> List.of(a, b, c, d));
    return Combinators.combine(heads, levels(), servers(), fields().list().ofMaxSize(3))
        .as((head, levels, servers, objects) ->
            new Sketch(
                    head.stream().filter(line -> !line.isEmpty()).toList(),
                    levels,
                    servers,
                    objects)
                .text());
  }

  @Provide
  Arbitrary<List<String>> levels() {
    return Arbitraries.of(
            "{property: latency, value: 4, unit: h}",
            "{property: latency, value: 8, unit: h}",
            "{property: latency, value: 1, unit: d, driver: regulatory}",
            "{property: av, value: 99.9%}",
            "{property: endOfLife, value: '2030-01-01'}",
            "{property: mood, value: good}")
        .list()
        .ofMaxSize(5);
  }

  private static Arbitrary<List<String>> servers() {
    return Arbitraries.of(
            "{server: p, type: local, path: a, format: csv}",
            "{server: q, type: local, path: a, format: csv}",
            "{server: r, type: local, path: b, format: csv, id: s1}")
        .list()
        .uniqueElements()
        .ofMaxSize(3);
  }

  @Provide
  Arbitrary<List<String>> fields() {
    Arbitrary<String> said =
        Combinators.combine(
                Arbitraries.of("", ", required: true", ", unique: true"),
                Arbitraries.of(
                    ", logicalType: string",
                    ", logicalType: integer, logicalTypeOptions: {minimum: 5}",
                    ", logicalType: object, properties: [{name: x}, {name: y, required: true}]",
                    ", logicalType: array, items: {logicalType: string}"),
                Arbitraries.of("", ", primaryKey: true", ", partitioned: true"),
                rules())
            .as((required, type, key, rules) -> required + type + key + rules);
    return Combinators.combine(
            Arbitraries.of("a", "b", "c", "d").list().uniqueElements().ofMaxSize(4),
            said.list().ofSize(4),
            Arbitraries.integers().between(0, 3))
        .as((names, bodies, ids) -> {
          List<String> fields = new ArrayList<>();
          for (int i = 0; i < names.size(); i++) {
            String id = i < ids ? ", id: f" + i : "";
            fields.add("{name: " + names.get(i) + id + bodies.get(i) + "}");
          }
          return fields;
        });
  }

  private static Arbitrary<String> rules() {
    return Arbitraries.of(
            "{metric: nullValues, mustBe: 0}",
            "{metric: nullValues, mustBeLessThan: 5, unit: percent}",
            "{metric: rowCount, mustBeGreaterThan: 5}",
            "{metric: rowCount, mustBeGreaterThan: 9}",
            "{metric: rowCount, mustBeLessThan: 100}",
            "{name: r1, type: sql, query: SELECT 1, mustBe: 1}",
            "{type: text, description: words}")
        .list()
        .ofMaxSize(4)
        .map(rules ->
            rules.isEmpty()
                ? ""
                : rules.stream().collect(Collectors.joining(", ", ", quality: [", "]")));
  }
}
