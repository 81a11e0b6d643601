package io.concordat.results.file;

import io.concordat.results.CheckResult.Place;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value of a JSON document that knows where it stands. */
final class Part {

  private final @Nullable Part parent;
  private final String step;
  private final int line;
  private @Nullable Object value;

  /**
   * A value that is told later.
   *
   * @param step from the parent: {@code .name} or {@code [0]}
   */
  Part(@Nullable Part parent, String step, int line) {
    this.parent = parent;
    this.step = step;
    this.line = line;
  }

  /** Text, number, truth value, list or map of parts; null for JSON's null. */
  void set(@Nullable Object value) {
    this.value = value;
  }

  int line() {
    return line;
  }

  String path() {
    return parent == null ? "$" : parent.path() + step;
  }

  Place place() {
    return new Place(line, path());
  }

  boolean isObject() {
    return value instanceof Map;
  }

  boolean isList() {
    return value instanceof List;
  }

  boolean isNull() {
    return value == null;
  }

  /** A member; one that is null where there is none. */
  Part get(String name) {
    Part found = members().get(name);
    return found == null ? new Part(this, "." + name, line) : found;
  }

  /** Members in their order; none where it is no object. */
  @SuppressWarnings("unchecked")
  Map<String, Part> members() {
    return value instanceof Map ? (Map<String, Part>) value : Map.of();
  }

  /** Elements; none where it is no list. */
  @SuppressWarnings("unchecked")
  List<Part> elements() {
    return value instanceof List ? (List<Part>) value : List.of();
  }

  /** The text; null where it is none or blank. */
  @Nullable String text() {
    return value instanceof String text && !text.isBlank() ? text : null;
  }

  /** The text; empty where it is none. */
  String words() {
    String text = text();
    return text == null ? "" : text;
  }

  /** The text of a member; null where it is none or blank. */
  @Nullable String text(String name) {
    return get(name).text();
  }

  /** The number, which may be none of the finite ones; null where it is no number. */
  @Nullable Double number() {
    return value instanceof Double number ? number : null;
  }

  /** Whether it is {@code true}; null where it is no truth value. */
  @Nullable Boolean truth() {
    return value instanceof Boolean truth ? truth : null;
  }

  /** The same text for the same value, for hashes. */
  @Override
  public String toString() {
    return value instanceof Map ? new java.util.TreeMap<>(members()).toString() : "" + value;
  }
}
