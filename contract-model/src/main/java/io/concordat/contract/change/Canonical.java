package io.concordat.contract.change;

import io.concordat.contract.tree.Mapping;
import io.concordat.contract.tree.Node;
import io.concordat.contract.tree.Scalar;
import io.concordat.contract.tree.Sequence;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Values as text that does not depend on how they are written. */
final class Canonical {

  private Canonical() {}

  /** The value; the order of lists counts. */
  static String of(Node node) {
    return of(node, false);
  }

  /** The value; the order of lists does not count. */
  static String unordered(Node node) {
    return of(node, true);
  }

  /** A number, however it is written. */
  static String of(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toString();
  }

  /** A text in quotes, so that two of them are never taken for one. */
  static String text(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** Some texts, in their order. */
  static String texts(Collection<String> texts) {
    return texts.stream().map(Canonical::text).collect(Collectors.joining(",", "[", "]"));
  }

  /** The value for people. */
  static String shown(Node node) {
    return switch (node) {
      case Scalar scalar -> scalar.text();
      case Sequence sequence ->
          sequence.items().stream().map(Canonical::shown).collect(Collectors.joining(", "));
      case Mapping mapping ->
          mapping.entries().entrySet().stream()
              .map(entry -> entry.getKey() + ": " + shown(entry.getValue().value()))
              .collect(Collectors.joining(", ", "{", "}"));
    };
  }

  /** Whether it says nothing at all. */
  static boolean isNothing(Node node) {
    return switch (node) {
      case Scalar scalar -> scalar.isNull();
      case Sequence sequence -> sequence.items().isEmpty();
      case Mapping mapping -> mapping.entries().isEmpty();
    };
  }

  private static String of(Node node, boolean unordered) {
    return switch (node) {
      case Scalar scalar -> scalar(scalar);
      case Sequence sequence -> {
        Stream<String> items = sequence.items().stream().map(item -> of(item, unordered));
        yield (unordered ? items.sorted() : items).collect(Collectors.joining(",", "[", "]"));
      }
      case Mapping mapping -> {
        TreeMap<String, String> entries = new TreeMap<>();
        mapping
            .entries()
            .forEach((name, entry) -> entries.put(text(name), of(entry.value(), unordered)));
        yield entries.toString();
      }
    };
  }

  private static String scalar(Scalar scalar) {
    return switch (scalar.kind()) {
      case STRING -> text(scalar.text());
      case INTEGER, NUMBER -> scalar.decimal().map(Canonical::of).orElse(scalar.text());
      case BOOLEAN -> scalar.text().toLowerCase(Locale.ROOT);
      case NULL -> "null";
    };
  }
}
