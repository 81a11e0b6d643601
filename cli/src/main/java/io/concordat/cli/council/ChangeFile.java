package io.concordat.cli.council;

import io.concordat.cli.host.Days;
import io.concordat.cli.host.Host;
import io.concordat.cli.host.Stop;
import io.concordat.cli.input.Input;
import io.concordat.cli.input.Inputs;
import io.concordat.contract.tree.DocumentTree;
import io.concordat.contract.tree.Mapping;
import io.concordat.contract.tree.Node;
import io.concordat.contract.tree.Problem;
import io.concordat.contract.tree.Scalar;
import io.concordat.contract.tree.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A change of any kind as it is kept in a file: YAML or JSON with the names of GraphQL's {@code
 * PolicyChangeInput}, and beside them what is said of the proposal.
 *
 * @param title null where the file has none
 * @param rationale null where the file has none
 * @param effectiveFrom an instant; null where the file has none
 * @param change with its kind, as GraphQL takes it
 */
record ChangeFile(
    @Nullable String title,
    @Nullable String rationale,
    @Nullable String effectiveFrom,
    Map<String, Object> change) {

  private static final String KIND = "kind";
  private static final Set<String> TEXTS = Set.of("title", "rationale", "effectiveFrom");

  /** What can be changed, and what each kind needs of a file. */
  enum Kind {
    ADD("policy"),
    CHANGE("policy"),
    RETIRE("policyId"),
    ADD_SEMANTIC_TYPE("semanticType"),
    CHANGE_SEMANTIC_TYPE("semanticType"),
    RETIRE_SEMANTIC_TYPE("name"),
    ADD_PARAMETER("parameter"),
    CHANGE_PARAMETER("name", "value"),
    GRANT_WAIVER("waiver"),
    REVOKE_WAIVER("name"),
    CHANGE_COUNCIL_RULES("councilRules");

    private final Set<String> needs;

    Kind(String... needs) {
      this.needs = Set.of(needs);
    }
  }

  /**
   * Reads a file.
   *
   * @param asked what the change is; null where the file says so
   * @throws Stop where the file cannot be read, or does not hold what its kind needs, and only that
   */
  static ChangeFile read(Host host, String file, @Nullable Kind asked) {
    return switch (Inputs.file(host.resolve(file), file)) {
      case Input.Unreadable unreadable -> throw Stop.usage(file + ": " + unreadable.problem());
      case Input.Text text -> of(file, text.text(), asked);
    };
  }

  private static ChangeFile of(String file, String text, @Nullable Kind asked) {
    DocumentTree tree = DocumentTree.read(text);
    if (!tree.problems().isEmpty()) {
      throw Stop.usage(
          file
              + " cannot be read: "
              + tree.problems().stream().map(ChangeFile::told).collect(Collectors.joining(" ")));
    }
    if (!(tree.root() instanceof Mapping root)) {
      throw Stop.usage(file + " is no mapping with kind, title and what changes.");
    }
    Kind kind = kind(file, text(file, root, KIND), asked);
    Set<String> given = new TreeSet<>(root.entries().keySet());
    given.removeAll(TEXTS);
    given.remove(KIND);
    if (!given.equals(kind.needs)) {
      throw Stop.usage(
          "%s: a change of kind %s needs %s, and nothing else; it has %s."
              .formatted(
                  file,
                  kind,
                  String.join(" and ", new TreeSet<>(kind.needs)),
                  given.isEmpty() ? "nothing" : String.join(", ", given)));
    }
    Map<String, Object> change = new LinkedHashMap<>();
    change.put(KIND, kind.name());
    for (String name : given) {
      Object value = value(root.get(name));
      if (value == null) {
        throw Stop.usage("%s, line %d: %s is empty.".formatted(file, root.lineOf(name), name));
      }
      change.put(name, value);
    }
    String from = text(file, root, "effectiveFrom");
    return new ChangeFile(
        text(file, root, "title"),
        text(file, root, "rationale"),
        from == null ? null : Days.instant(from).toString(),
        change);
  }

  private static Kind kind(String file, @Nullable String written, @Nullable Kind asked) {
    if (written == null) {
      if (asked == null) {
        throw Stop.usage(file + " has no kind; write one, or name it with --kind.");
      }
      return asked;
    }
    for (Kind known : Kind.values()) {
      if (known.name().equals(written)) {
        if (asked != null && asked != known) {
          throw Stop.usage("%s is of kind %s, not %s.".formatted(file, known, asked));
        }
        return known;
      }
    }
    throw Stop.usage(
        "%s: there is no kind '%s'; there are %s."
            .formatted(file, written, List.of(Kind.values())));
  }

  private static @Nullable String text(String file, Mapping root, String name) {
    return switch (root.get(name)) {
      case null -> null;
      case Scalar scalar when scalar.isNull() -> null;
      case Scalar scalar -> scalar.text();
      case Node other ->
          throw Stop.usage(
              "%s, line %d: %s is %s, not a text."
                  .formatted(file, root.lineOf(name), name, other.kindName()));
    };
  }

  private static @Nullable Object value(@Nullable Node node) {
    return switch (node) {
      case null -> null;
      case Mapping mapping -> {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        mapping.entries().forEach((name, entry) -> values.put(name, value(entry.value())));
        yield values;
      }
      case Sequence sequence -> {
        List<@Nullable Object> values = new ArrayList<>();
        sequence.items().forEach(item -> values.add(value(item)));
        yield values;
      }
      case Scalar scalar ->
          switch (scalar.kind()) {
            case NULL -> null;
            case BOOLEAN -> Boolean.valueOf(scalar.text());
            case INTEGER, NUMBER ->
                scalar.decimal().<Object>map(number -> number).orElse(scalar.text());
            case STRING -> scalar.text();
          };
    };
  }

  private static String told(Problem problem) {
    return "line " + problem.line() + ": " + problem.message();
  }
}
