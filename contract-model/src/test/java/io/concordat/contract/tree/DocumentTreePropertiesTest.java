package io.concordat.contract.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DocumentTreePropertiesTest {

  private static final int DEEPEST = 4;

  @Property(tries = 2_000)
  void anyTextIsReadOrRefused(@ForAll("yamlLike") String text) {
    DocumentTree tree = DocumentTree.read(text);
    assertThat(tree.root() != null || !tree.problems().isEmpty()).isTrue();
    int lines = (int) text.chars().filter(c -> c == '\n' || c == '\r').count() + 1;
    assertThat(tree.problems()).allMatch(p -> p.line() >= 1 && p.line() <= lines + 1);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void jsonIsReadAsItIsWritten(@ForAll("values") Object value) {
    StringBuilder json = new StringBuilder();
    write(value, json);
    DocumentTree tree = DocumentTree.read(json.toString());
    assertThat(tree.problems()).isEmpty();
    assertThat(plain(tree.root())).isEqualTo(value);
  }

  @Provide
  Arbitrary<String> yamlLike() {
    return Arbitraries.of(
            "a",
            "b: ",
            ":",
            "- ",
            "\n",
            "  ",
            "\t",
            "[",
            "]",
            "{",
            "}",
            ",",
            "'",
            "\"",
            "#",
            "&x ",
            "*x",
            "!",
            "|\n",
            ">\n",
            "%",
            "---\n",
            "...\n",
            "? ",
            "<<: ",
            "\\",
            "1.0",
            "~",
            "é",
            "\uD83D\uDE00",
            "\uD83D",
            "\r",
            "\u0000",
            "\u2028")
        .list()
        .ofMaxSize(25)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<Object> values() {
    return Arbitraries.recursive(
        DocumentTreePropertiesTest::scalars, DocumentTreePropertiesTest::nested, 0, DEEPEST);
  }

  private static Arbitrary<Object> scalars() {
    return Arbitraries.oneOf(
        Arbitraries.strings()
            .withChars("ab \"\\/\u00e9\uD83D\uDE00'#:-{[,\n\t")
            .ofMaxLength(8)
            .filter(text -> text.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF))
            .map(Object.class::cast),
        Arbitraries.of(true, false, "1", "null"));
  }

  private static Arbitrary<Object> nested(Arbitrary<Object> values) {
    return Arbitraries.oneOf(
        values,
        values.list().ofMaxSize(3).map(Object.class::cast),
        Arbitraries.maps(Arbitraries.of("a", "b c", "d'", "e\""), values)
            .ofMaxSize(3)
            .map(map -> (Object) new LinkedHashMap<>(map)));
  }

  private static void write(Object value, StringBuilder json) {
    switch (value) {
      case List<?> items -> {
        json.append('[');
        for (int i = 0; i < items.size(); i++) {
          json.append(i == 0 ? "" : ",\n\t");
          write(items.get(i), json);
        }
        json.append(']');
      }
      case Map<?, ?> entries -> {
        json.append('{');
        String separator = "";
        for (Map.Entry<?, ?> entry : entries.entrySet()) {
          json.append(separator);
          write(entry.getKey(), json);
          json.append(": ");
          write(entry.getValue(), json);
          separator = ", ";
        }
        json.append('}');
      }
      case Boolean flag -> json.append(flag);
      default -> quote(value.toString(), json);
    }
  }

  private static void quote(String text, StringBuilder json) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> json.append("\\\"");
        case '\\' -> json.append("\\\\");
        case '\n' -> json.append("\\n");
        case '\t' -> json.append("\\t");
        default -> json.append(c < 0x80 ? String.valueOf(c) : "\\u%04x".formatted((int) c));
      }
    }
    json.append('"');
  }

  private static Object plain(Node node) {
    return switch (node) {
      case Scalar scalar when scalar.kind() == Scalar.Kind.BOOLEAN ->
          Boolean.parseBoolean(scalar.text());
      case Scalar scalar -> scalar.text();
      case Sequence sequence ->
          sequence.items().stream().map(DocumentTreePropertiesTest::plain).toList();
      case Mapping mapping -> {
        Map<String, Object> values = new LinkedHashMap<>();
        mapping.entries().forEach((name, entry) -> values.put(name, plain(entry.value())));
        yield values;
      }
    };
  }
}
