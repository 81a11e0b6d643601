package io.concordat.contract.example;

import io.concordat.contract.tree.DocumentTree;
import io.concordat.contract.tree.JsonText;
import io.concordat.contract.tree.Mapping;
import io.concordat.contract.tree.Node;
import io.concordat.contract.tree.Problem;
import io.concordat.contract.tree.Scalar;
import io.concordat.contract.tree.Sequence;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A contract that keeps the policies of the foundation, and what comes of it when parts of it are
 * written differently.
 */
final class Specimen {

  /** Version of the specimen. */
  static final String VERSION = "1.0.0";

  private static final Mapping ROOT =
      (Mapping) Objects.requireNonNull(DocumentTree.read(load()).root());

  private Specimen() {}

  /**
   * The specimen with other parts.
   *
   * @param document null where the parts cannot be read, or are no mapping
   * @param problems why not, with lines
   */
  record Variant(@Nullable String document, List<String> problems) {}

  /** The specimen under another id. */
  static String as(String id) {
    Map<String, @Nullable Object> values = merged(ROOT, ROOT);
    values.put("id", id);
    return dump(values);
  }

  /** The id that a variant has; empty where it has none, which no contract may. */
  static String idOf(String document) {
    return DocumentTree.read(document).root() instanceof Mapping root
            && root.get("id") instanceof Scalar id
        ? id.text()
        : "";
  }

  /**
   * Puts parts into the specimen: a mapping goes into the mapping of the same name, key by key; a
   * key with {@code null} is taken out; everything else, lists too, takes the place of what is
   * there.
   *
   * @param parts YAML or JSON, a mapping
   */
  static Variant with(String parts) {
    DocumentTree tree = DocumentTree.read(parts);
    if (!tree.problems().isEmpty()) {
      return new Variant(null, tree.problems().stream().map(Specimen::text).toList());
    }
    if (!(tree.root() instanceof Mapping changes)) {
      return new Variant(null, List.of("it is not a mapping of the parts of a contract"));
    }
    return new Variant(dump(merged(ROOT, changes)), List.of());
  }

  private static String dump(Map<String, @Nullable Object> values) {
    return JsonText.pretty(values);
  }

  private static Map<String, @Nullable Object> merged(Mapping base, Mapping changes) {
    Map<String, @Nullable Object> merged = new LinkedHashMap<>();
    base.entries().forEach((name, entry) -> merged.put(name, plain(entry.value())));
    changes
        .entries()
        .forEach((name, entry) -> {
          if (entry.value() instanceof Scalar scalar && scalar.isNull()) {
            merged.remove(name);
          } else if (entry.value() instanceof Mapping inner
              && base.get(name) instanceof Mapping before) {
            merged.put(name, merged(before, inner));
          } else {
            merged.put(name, plain(entry.value()));
          }
        });
    return merged;
  }

  private static @Nullable Object plain(Node node) {
    return switch (node) {
      case Sequence sequence -> sequence.items().stream().map(Specimen::plain).toList();
      case Mapping mapping -> {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        mapping.entries().forEach((name, entry) -> values.put(name, plain(entry.value())));
        yield values;
      }
      case Scalar scalar ->
          switch (scalar.kind()) {
            case STRING -> scalar.text();
            case NULL -> null;
            case BOOLEAN -> Boolean.valueOf(scalar.text());
            case INTEGER, NUMBER -> scalar.decimal().<Object>map(n -> n).orElse(scalar.text());
          };
    };
  }

  private static String text(Problem problem) {
    return "line %d: %s".formatted(problem.line(), problem.message());
  }

  private static String load() {
    try (InputStream stream = Specimen.class.getResourceAsStream("specimen.yaml")) {
      return new String(
          Objects.requireNonNull(stream, "specimen.yaml").readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
