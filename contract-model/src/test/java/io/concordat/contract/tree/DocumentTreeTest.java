package io.concordat.contract.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentTreeTest {

  static Stream<Arguments> unreadableTexts() {
    return Stream.of(
        Arguments.of("", 1, "$", "empty"),
        Arguments.of("# only a comment\n", 1, "$", "empty"),
        Arguments.of("a: 1\nb: [1, 2\nc: 3\n", 3, "$", "Not well-formed"),
        Arguments.of("a: 1\n\tb: 2\n", 2, "$", "TAB"),
        Arguments.of("a: 1\n---\nb: 2\n", 2, "$", "second document"),
        Arguments.of("a: 1\nb: *nowhere\n", 2, "$.b", "no anchor"),
        Arguments.of("a: &a\n  - *a\n", 2, "$.a[0]", "contains itself"),
        Arguments.of("a: 1\n? [x, y]\n: 2\n", 2, "$", "single value"),
        Arguments.of("a: \"\\q\"\n", 1, "$", "escape"),
        Arguments.of("a: \"\\U99999999\"\n", 1, "$", "Not well-formed"),
        Arguments.of("a: 1\nb: \u0007\n", 2, "$", "U+0007"),
        Arguments.of("a: 1\nb: \uD83D\n", 2, "$", "lone surrogate"),
        Arguments.of("%YAML 3.0\n---\na: 1\n", 1, "$", "YAML 1.2"),
        Arguments.of("{\"a\": 1", 1, "$", "Not well-formed"));
  }

  @ParameterizedTest
  @MethodSource("unreadableTexts")
  void tellsWhereAndWhyATextCannotBeRead(String text, int line, String path, String said) {
    DocumentTree tree = DocumentTree.read(text);
    assertThat(tree.root()).isNull();
    assertThat(tree.problems())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.line()).isEqualTo(line);
          assertThat(problem.path()).isEqualTo(path);
          assertThat(problem.message()).contains(said);
        });
  }

  static Stream<Arguments> oddTexts() {
    return Stream.of(
        Arguments.of("a: 1\nb: 2\na: 3\n", 3, "$.a", "twice in one mapping, first on line 1"),
        Arguments.of("{\"a\": 1,\n \"a\": 2}", 2, "$.a", "twice"),
        Arguments.of("a: &x {b: 1}\nc:\n  <<: *x\n", 3, "$.c['<<']", "Merge keys"),
        Arguments.of("a: 1\nb: !!java.net.URL [x]\n", 2, "$.b", "not understood"),
        Arguments.of("a: !mine x\n", 1, "$.a", "not understood"));
  }

  @ParameterizedTest
  @MethodSource("oddTexts")
  void readsOnPastWhatItCanTellApart(String text, int line, String path, String said) {
    DocumentTree tree = DocumentTree.read(text);
    assertThat(tree.root()).isNotNull();
    assertThat(tree.problems())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.line()).isEqualTo(line);
          assertThat(problem.path()).isEqualTo(path);
          assertThat(problem.message()).contains(said);
        });
  }

  @ParameterizedTest
  @CsvSource({
    "2.10, NUMBER",
    "1.0, NUMBER",
    "012, INTEGER",
    "0o14, INTEGER",
    "0xFF, INTEGER",
    "1_000, STRING",
    "12:30, STRING",
    "2026-01-01, STRING",
    "NO, STRING",
    "yes, STRING",
    "on, STRING",
    "true, BOOLEAN",
    "False, BOOLEAN",
    "~, NULL",
    "null, NULL",
    "'\"null\"', STRING",
    "'\"1.0\"', STRING",
    "1.4.0, STRING",
    ".inf, NUMBER",
    "1e3, NUMBER",
    "-7, INTEGER",
    "+.5, NUMBER",
    "!!str 1.0, STRING"
  })
  void readsScalarsAsYaml12DoesAndKeepsTheirText(String written, Scalar.Kind kind) {
    Scalar scalar = (Scalar) ((Mapping) DocumentTree.read("a: " + written).root()).get("a");
    assertThat(scalar.kind()).isEqualTo(kind);
    assertThat(scalar.text()).isEqualTo(written.replace("\"", "").replace("!!str ", ""));
  }

  @Test
  void numbersThatMeanTooMuchHaveNoValue() {
    Mapping root =
        (Mapping)
            DocumentTree.read("a: 1e999999999\nb: " + "9".repeat(500) + "\nc: 0x10\nd: .nan\n")
                .root();
    assertThat(((Scalar) root.get("a")).decimal()).isEmpty();
    assertThat(((Scalar) root.get("b")).decimal()).isEmpty();
    assertThat(((Scalar) root.get("c")).decimal())
        .hasValueSatisfying(v -> assertThat(v).isEqualByComparingTo("16"));
    assertThat(((Scalar) root.get("d")).decimal()).isEmpty();
  }

  @Test
  void nodesKnowWhereTheyStand() {
    String text = "a:\n  - x: \uD83D\uDE00\n    \"y\": 2\n";
    Mapping root = (Mapping) DocumentTree.read(text).root();
    Mapping item = (Mapping) ((Sequence) root.get("a")).items().getFirst();
    Scalar y = (Scalar) item.get("y");
    assertThat(item.span().line()).isEqualTo(2);
    assertThat(item.span().column()).isEqualTo(5);
    assertThat(y.span().line()).isEqualTo(3);
    int start = text.offsetByCodePoints(0, y.span().start());
    int end = text.offsetByCodePoints(0, y.span().end());
    assertThat(text.substring(start, end)).isEqualTo("2");
    assertThat(item.lineOf("y")).isEqualTo(3);
    assertThat(item.lineOf("absent")).isEqualTo(2);
  }

  @Test
  void aByteOrderMarkIsNoContent() {
    Mapping root = (Mapping) DocumentTree.read("\uFEFFa: 1").root();
    assertThat(root.entries()).containsOnlyKeys("a");
  }

  @Test
  void jsonMayBeIndentedWithTabs() {
    Mapping root =
        (Mapping) DocumentTree.read("{\n\t\"a\": \"it's\\t\",\n\t\"b\":\t[1]\n}\n").root();
    assertThat(((Scalar) root.get("a")).text()).isEqualTo("it's\t");
    assertThat(root.get("b").span().line()).isEqualTo(3);
  }

  @Test
  void aliasesRepeatTheirAnchor() {
    Mapping root = (Mapping) DocumentTree.read("a: &x [1]\nb: *x\n").root();
    assertThat(root.get("b")).isSameAs(root.get("a"));
  }

  static Stream<Arguments> hostileTexts() {
    StringBuilder laughs = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
    for (int i = 1; i < 12; i++) {
      String alias = "*a" + (i - 1);
      laughs.append("a%d: &a%d [%s]\n".formatted(i, i, (alias + ",").repeat(9) + alias));
    }
    return Stream.of(
        Arguments.of("a million brackets", "[".repeat(1_000_000)),
        Arguments.of("a million braces", "{".repeat(1_000_000)),
        Arguments.of("nested lists", "- ".repeat(500_000)),
        Arguments.of("nested keys", "? ".repeat(500_000)),
        Arguments.of("nested flow mappings", "{a: ".repeat(250_000)),
        Arguments.of("billion laughs", laughs.toString()),
        Arguments.of("too many values", "- a\n".repeat(300_000)),
        Arguments.of("too long", "a".repeat(DocumentTree.MAX_LENGTH + 1)),
        Arguments.of("half characters", "\uD800".repeat(100_000)),
        Arguments.of("a long name", "a".repeat(500_000) + ": 1"),
        Arguments.of("anchors", "&a ".repeat(300_000)),
        Arguments.of("documents", "---\n".repeat(250_000)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hostileTexts")
  void hostileTextEndsInAProblem(String what, String text) {
    DocumentTree tree = DocumentTree.read(text);
    assertThat(tree.root()).as(what).isNull();
    assertThat(tree.problems()).hasSize(1);
    assertThat(tree.problems().getFirst().path().length()).isLessThan(400);
  }
}
