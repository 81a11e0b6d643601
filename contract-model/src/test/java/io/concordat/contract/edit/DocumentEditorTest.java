package io.concordat.contract.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.contract.ExampleContract;
import io.concordat.contract.OfficialSchemas;
import io.concordat.contract.tree.DocumentTree;
import io.concordat.contract.tree.Mapping;
import io.concordat.contract.tree.Node;
import io.concordat.contract.tree.Scalar;
import io.concordat.contract.tree.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentEditorTest {

  private static final Value.Entries NOTICE = notice();

  private static Value.Entries notice() {
    LinkedHashMap<String, Value> entries = new LinkedHashMap<>();
    entries.put("property", new Value.Text("noticePeriod"));
    entries.put("value", new Value.Text("P60D"));
    return new Value.Entries(entries);
  }

  private static final String YAML =
      """
      # About
      version: 1.4.0   # semver
      status: 'active'
      name: "Daily"

      customProperties:
      # the first
      - property: a   # why
        value: 1
      tags: [gold, "x"]
      slaProperties: []
      # the end
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "version | 2.0.0 | version: 1.4.0   # semver | version: 2.0.0   # semver",
        "version | 2.10 | version: 1.4.0   # semver | version: \"2.10\"   # semver",
        "status | it's over | status: 'active' | status: 'it''s over'",
        "name | Night # one | name: \"Daily\" | name: \"Night # one\"",
        "tags/0 | a, b | tags: [gold, | tags: [\"a, b\",",
        "customProperties/0/property | yes | property: a   # why | property: yes   # why",
      })
  void aValueIsReplacedInItsStyle(String path, String value, String before, String after) {
    assertThat(YAML).contains(before);
    assertThat(applied(YAML, editor(YAML).set(path(path), new Value.Text(value))))
        .isEqualTo(YAML.replace(before, after));
  }

  @Test
  void anItemIsAddedAsItsNeighboursAreIndented() {
    assertThat(applied(YAML, editor(YAML).append(path("customProperties"), NOTICE)))
        .isEqualTo(
            YAML.replace("  value: 1\n", "  value: 1\n- property: noticePeriod\n  value: P60D\n"));
    assertThat(applied(YAML, editor(YAML).append(path("tags"), new Value.Text("y"))))
        .isEqualTo(YAML.replace("\"x\"]", "\"x\", y]"));
    assertThat(applied(YAML, editor(YAML).append(path("slaProperties"), new Value.Plain("1"))))
        .isEqualTo(YAML.replace("[]", "[1]"));
  }

  @Test
  void aNameIsAddedWithLineBreaksAsTheDocumentHasThem() {
    String windows = YAML.replace("\n", "\r\n");
    Value list = new Value.Items(List.of(NOTICE));
    assertThat(applied(windows, editor(windows).put(List.of(), "roles", list)))
        .isEqualTo(
            windows.replace(
                "slaProperties: []\r\n",
                "slaProperties: []\r\nroles:\r\n  - property: noticePeriod\r\n    value: P60D\r\n"));
  }

  @Test
  void jsonStaysJson() {
    String json = "{\n  \"status\": \"active\",\n  \"tags\": [\"a\"],\n  \"x\": {}\n}\n";
    assertThat(applied(json, editor(json).set(path("status"), new Value.Text("retired"))))
        .isEqualTo(json.replace("active", "retired"));
    assertThat(applied(json, editor(json).put(List.of(), "price", NOTICE)))
        .isEqualTo(
            json.replace(
                "{}\n",
                "{},\n  \"price\": {\"property\": \"noticePeriod\", \"value\": \"P60D\"}\n"));
    assertThat(applied(json, editor(json).put(path("x"), "a", new Value.Plain("true"))))
        .isEqualTo(json.replace("{}", "{\"a\": true}"));
  }

  @Test
  void whatIsTakenOutTakesNothingElseAlong() {
    assertThat(applied(YAML, editor(YAML).remove(path("status"))))
        .isEqualTo(YAML.replace("status: 'active'\n", ""));
    assertThat(applied(YAML, editor(YAML).remove(path("tags/0"))))
        .isEqualTo(YAML.replace("gold, ", ""));
    assertThat(applied(YAML, editor(YAML).remove(path("tags/1"))))
        .isEqualTo(YAML.replace(", \"x\"", ""));
    assertThat(applied(YAML, editor(YAML).remove(path("customProperties/0/property"))))
        .isEqualTo(YAML.replace("property: a   # why\n  ", ""));
    assertThat(applied(YAML, editor(YAML).remove(path("customProperties/0"))))
        .contains("# the first", "[]");
  }

  @Test
  void whatAliasesShareIsNotChangedThroughOneOfThem() {
    String shared = "a: &x one\nb: *x\n";
    assertThat(editor(shared).set(path("b"), new Value.Text("two")))
        .isInstanceOf(EditResult.Refused.class);
    assertThat(editor(shared).set(path("a"), new Value.Text("two")))
        .isInstanceOf(EditResult.Refused.class);
  }

  @Test
  void whatIsNotThereIsRefused() {
    assertThat(editor(YAML).set(path("nothing"), new Value.Text("x")))
        .isInstanceOf(EditResult.Refused.class);
    assertThat(editor(YAML).remove(path("tags/7"))).isInstanceOf(EditResult.Refused.class);
    assertThat(editor(YAML).put(List.of(), "status", new Value.Text("x")))
        .isInstanceOf(EditResult.Refused.class);
    assertThat(editor("a: [").remove(path("a"))).isInstanceOf(EditResult.Refused.class);
  }

  /** One place of one document. */
  record Target(String document, List<String> path, Node node) {
    @Override
    public String toString() {
      return String.join("/", path);
    }
  }

  @Property(tries = 400)
  void anyValueCanBeReplacedByAnyText(
      @ForAll("scalars") Target target, @ForAll("texts") String text) {
    EditResult result = editor(target.document()).set(target.path(), new Value.Text(text));

    String after = checkedAlone(target.document(), result);
    assertThat(find(after, target.path())).isInstanceOf(Scalar.class);
    assertThat(((Scalar) find(after, target.path())).text()).isEqualTo(text);
  }

  @Property(tries = 300)
  void anyListTakesAnItemAndGivesItBack(
      @ForAll("lists") Target target, @ForAll("texts") String text) {
    String after =
        checkedAlone(
            target.document(),
            editor(target.document()).append(target.path(), new Value.Text(text)));
    Sequence longer = (Sequence) find(after, target.path());
    assertThat(((Scalar) longer.items().getLast()).text()).isEqualTo(text);

    List<String> item = new ArrayList<>(target.path());
    item.add(Integer.toString(longer.items().size() - 1));
    String back = checkedAlone(after, editor(after).remove(item));
    assertThat(((Sequence) find(back, target.path())).items()).hasSize(longer.items().size() - 1);
  }

  @Property(tries = 300)
  void anyMappingTakesANameAndGivesItBack(
      @ForAll("mappings") Target target, @ForAll("texts") String text) {
    String after =
        checkedAlone(
            target.document(),
            editor(target.document()).put(target.path(), "added " + text, NOTICE));
    assertThat(((Mapping) find(after, target.path())).entries()).containsKey("added " + text);

    List<String> entry = new ArrayList<>(target.path());
    entry.add("added " + text);
    checkedAlone(after, editor(after).remove(entry));
  }

  /** The text after an edit that changed one piece and can be taken back. */
  private static String checkedAlone(String before, EditResult result) {
    assertThat(result).isInstanceOf(EditResult.Edited.class);
    Edit edit = ((EditResult.Edited) result).edit();
    String after = edit.applyTo(before);
    assertThat(after).startsWith(before.substring(0, edit.start()));
    assertThat(after).endsWith(before.substring(edit.end()));
    assertThat(edit.inverse(before).applyTo(after)).isEqualTo(before);
    return after;
  }

  @Provide
  Arbitrary<Target> scalars() {
    return targets(Scalar.class);
  }

  @Provide
  Arbitrary<Target> lists() {
    return targets(Sequence.class);
  }

  @Provide
  Arbitrary<Target> mappings() {
    return targets(Mapping.class);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.of("active", "2.10", "no", "a: b", "x # y", "- z", "", "é", "{", "null", " "),
        Arbitraries.strings().withChars("ab:#-'\"\\{}[],&*!|>%@ \n\t\u00e9").ofMaxLength(12));
  }

  private static Arbitrary<Target> targets(Class<? extends Node> kind) {
    List<Target> targets = new ArrayList<>();
    for (String document : documents()) {
      collect(document, List.of(), DocumentTree.read(document).root(), kind, targets);
    }
    return Arbitraries.of(targets);
  }

  private static void collect(
      String document,
      List<String> path,
      Node node,
      Class<? extends Node> kind,
      List<Target> targets) {
    if (kind.isInstance(node)) {
      targets.add(new Target(document, path, node));
    }
    switch (node) {
      case Scalar scalar -> {}
      case Mapping mapping ->
          mapping
              .entries()
              .forEach((name, entry) ->
                  collect(document, step(path, name), entry.value(), kind, targets));
      case Sequence sequence -> {
        for (int i = 0; i < sequence.items().size(); i++) {
          collect(
              document, step(path, Integer.toString(i)), sequence.items().get(i), kind, targets);
        }
      }
    }
  }

  private static List<String> documents() {
    String settlements = ExampleContract.text();
    String json = OfficialSchemas.json(settlements).toPrettyString();
    return List.of(
        settlements,
        settlements.replace("\n", "\r\n"),
        "\uFEFF" + settlements,
        json,
        json.replace("\n", ""),
        YAML,
        ExampleContract.resource("/io/concordat/contract/everything.odcs.yaml"));
  }

  private static List<String> step(List<String> path, String step) {
    List<String> longer = new ArrayList<>(path);
    longer.add(step);
    return longer;
  }

  private static DocumentEditor editor(String document) {
    return DocumentEditor.of(document);
  }

  private static List<String> path(String path) {
    return List.of(path.split("/", -1));
  }

  private static String applied(String document, EditResult result) {
    assertThat(result).isInstanceOf(EditResult.Edited.class);
    return ((EditResult.Edited) result).edit().applyTo(document);
  }

  private static Node find(String document, List<String> path) {
    Node node = DocumentTree.read(document).root();
    for (String step : path) {
      node =
          node instanceof Mapping mapping
              ? mapping.get(step)
              : ((Sequence) node).items().get(Integer.parseInt(step));
    }
    return node;
  }
}
