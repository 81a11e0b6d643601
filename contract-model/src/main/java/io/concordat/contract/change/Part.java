package io.concordat.contract.change;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A part of a contract in normal form: what it says, and the parts that it has. Defaults are left
 * out, synonyms are one word, units are one per kind, so that two documents that promise the same
 * have the same normal form, save for order.
 */
final class Part {

  private final Section section;
  private final String path;
  private final String name;
  private final @Nullable String element;
  private final List<@Nullable String> keys;
  private final Map<String, Facet> facets = new LinkedHashMap<>();
  private final Map<Section, List<Part>> parts = new EnumMap<>(Section.class);
  private @Nullable String content;

  /**
   * A part without contents yet.
   *
   * @param name for people
   * @param element what readers call it; null for the whole contract
   * @param keys by which it is found again in the other document, the best one first; null where it
   *     has none of that rank
   */
  Part(
      Section section,
      String path,
      String name,
      @Nullable String element,
      List<@Nullable String> keys) {
    this.section = section;
    this.path = path;
    this.name = name;
    this.element = element;
    this.keys = keys;
  }

  Section section() {
    return section;
  }

  String path() {
    return path;
  }

  String name() {
    return name;
  }

  @Nullable String element() {
    return element;
  }

  @Nullable String key(int rank) {
    return rank < keys.size() ? keys.get(rank) : null;
  }

  int ranks() {
    return keys.size();
  }

  Map<String, Facet> facets() {
    return facets;
  }

  @Nullable Facet facet(String of) {
    return facets.get(of);
  }

  void put(String of, Facet facet) {
    facets.put(of, facet);
  }

  Map<Section, List<Part>> parts() {
    return parts;
  }

  List<Part> parts(Section of) {
    return parts.getOrDefault(of, List.of());
  }

  void add(Part part) {
    parts.computeIfAbsent(part.section, _ -> new ArrayList<>()).add(part);
    content = null;
  }

  /** All that it says, whatever the order in which it is written; asked when the part is whole. */
  String content() {
    if (content == null) {
      Map<String, String> said = new TreeMap<>();
      facets.forEach((of, facet) -> said.put(of, facet.value()));
      String below =
          parts.entrySet().stream()
              .map(entry ->
                  entry.getKey()
                      + entry.getValue().stream().map(Part::content).sorted().toList().toString())
              .collect(Collectors.joining());
      content = said + below;
    }
    return content;
  }
}
