package io.concordat.cli.council;

import io.concordat.cli.report.Escapes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Lines for people, of what a server answered. Nothing in them can move the cursor. */
final class Page {

  private final List<String> lines = new ArrayList<>();

  /** A fact with its name. */
  Page fact(String name, String value) {
    lines.add("%-11s %s".formatted(name, value));
    return this;
  }

  /** A line. */
  Page line(String line) {
    lines.add(line);
    return this;
  }

  /** Text of several lines, each set in. */
  Page text(String text) {
    text.lines().forEach(line -> lines.add("  " + Escapes.line(line)));
    return this;
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  /** A field as one safe line; empty where there is none. */
  static String of(JsonNode node, String name) {
    return Escapes.line(node.path(name).asString(""));
  }

  /** A whole number as it was answered. */
  static int number(JsonNode node, String name) {
    return node.path(name).asInt(0);
  }

  /** The ids of objects, with commas. */
  static String ids(JsonNode list) {
    return list.valueStream().map(each -> of(each, "id")).collect(Collectors.joining(", "));
  }

  /** A number with its word. */
  static String plural(int count, String word) {
    return count + " " + word + (count == 1 ? "" : "s");
  }
}
