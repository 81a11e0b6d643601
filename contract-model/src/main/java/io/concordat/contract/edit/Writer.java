package io.concordat.contract.edit;

import io.concordat.contract.tree.DocumentTree;
import io.concordat.contract.tree.Mapping;
import io.concordat.contract.tree.Scalar;
import java.util.ArrayList;
import java.util.List;

/** Writes values as YAML or JSON. */
final class Writer {

  private static final int STEP = 2;

  private Writer() {}

  /** On one line, as JSON and YAML in brackets have it. */
  static String flow(Value value, boolean quoted) {
    return switch (value) {
      case Value.Text text ->
          scalar(text, quoted ? Scalar.Style.DOUBLE_QUOTED : Scalar.Style.PLAIN, true);
      case Value.Plain plain -> plain.text();
      case Value.Entries entries -> {
        List<String> parts = new ArrayList<>();
        entries.entries().forEach((name, entry) -> parts.add(flowEntry(name, entry, quoted)));
        yield "{" + String.join(", ", parts) + "}";
      }
      case Value.Items items ->
          "[" + String.join(", ", items.items().stream().map(v -> flow(v, quoted)).toList()) + "]";
    };
  }

  /** A name with its value on one line. */
  static String flowEntry(String name, Value value, boolean quoted) {
    return flow(new Value.Text(name), quoted) + ": " + flow(value, quoted);
  }

  /** A name with its value, on lines of their own; the first line without its indent. */
  static List<String> blockEntry(String name, Value value) {
    String key = scalar(new Value.Text(name), Scalar.Style.PLAIN, false) + ":";
    return switch (value) {
      case Value.Text text -> List.of(key + " " + scalar(text, Scalar.Style.PLAIN, false));
      case Value.Plain plain -> List.of(key + " " + plain.text());
      case Value.Entries entries -> below(key, blockEntries(entries));
      case Value.Items items -> {
        List<String> lines = new ArrayList<>();
        items.items().forEach(item -> lines.addAll(blockItem(item)));
        yield below(key, lines);
      }
    };
  }

  /** An item of a list, on lines of its own; the first line without its indent. */
  static List<String> blockItem(Value value) {
    List<String> lines =
        switch (value) {
          case Value.Text text -> List.of(scalar(text, Scalar.Style.PLAIN, false));
          case Value.Plain plain -> List.of(plain.text());
          case Value.Entries entries -> blockEntries(entries);
          case Value.Items items -> List.of(flow(items, false));
        };
    List<String> item = new ArrayList<>();
    for (String line : lines) {
      item.add((item.isEmpty() ? "- " : "  ") + line);
    }
    return item;
  }

  private static List<String> blockEntries(Value.Entries entries) {
    List<String> lines = new ArrayList<>();
    entries.entries().forEach((name, value) -> lines.addAll(blockEntry(name, value)));
    return lines;
  }

  private static List<String> below(String key, List<String> lines) {
    List<String> all = new ArrayList<>(List.of(key));
    lines.forEach(line -> all.add(" ".repeat(STEP) + line));
    return all;
  }

  /** Text in a style where that can hold it, else in double quotes. */
  static String scalar(Value.Text value, Scalar.Style style, boolean flow) {
    String text = value.text();
    String written =
        switch (style) {
          case PLAIN -> text;
          case SINGLE_QUOTED -> "'" + text.replace("'", "''") + "'";
          case DOUBLE_QUOTED, LITERAL, FOLDED -> doubleQuoted(text);
        };
    return reads(written, text, flow) ? written : doubleQuoted(text);
  }

  /** Whether what is written is read as the text that is meant, as a value and as a name. */
  private static boolean reads(String written, String text, boolean flow) {
    if (written.contains("\n") || written.contains("\r")) {
      return false;
    }
    DocumentTree tree = DocumentTree.read(flow ? "{a: " + written + ", b: 1}" : "a: " + written);
    DocumentTree asName = DocumentTree.read(written + ": 1");
    return tree.problems().isEmpty()
        && tree.root() instanceof Mapping mapping
        && mapping.get("a") instanceof Scalar scalar
        && scalar.kind() == Scalar.Kind.STRING
        && scalar.text().equals(text)
        && mapping.entries().size() == (flow ? 2 : 1)
        && asName.root() instanceof Mapping name
        && name.entries().containsKey(text);
  }

  private static String doubleQuoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '"' -> quoted.append("\\\"");
            case '\\' -> quoted.append("\\\\");
            case '\n' -> quoted.append("\\n");
            case '\t' -> quoted.append("\\t");
            case '\r' -> quoted.append("\\r");
            default -> {
              if (c < 0x20
                  || (c >= 0x7F && c < 0xA0)
                  || c == 0x2028
                  || c == 0x2029
                  || c == 0xFEFF) {
                quoted.append("\\u%04x".formatted(c));
              } else {
                quoted.appendCodePoint(c);
              }
            }
          }
        });
    return quoted.append('"').toString();
  }
}
