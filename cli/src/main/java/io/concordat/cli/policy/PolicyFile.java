package io.concordat.cli.policy;

import io.concordat.cli.report.Finding;
import io.concordat.cli.report.Level;
import io.concordat.contract.tree.DocumentTree;
import io.concordat.contract.tree.Mapping;
import io.concordat.contract.tree.Node;
import io.concordat.contract.tree.Problem;
import io.concordat.contract.tree.Scalar;
import io.concordat.contract.tree.Sequence;
import io.concordat.contract.tree.Span;
import io.concordat.messages.InvalidValue;
import io.concordat.messages.policy.Policy;
import io.concordat.messages.policy.PolicyExample;
import io.concordat.messages.policy.PolicyFamily;
import io.concordat.messages.policy.PolicyScope;
import io.concordat.messages.policy.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A policy as it is kept in a file: YAML or JSON with the names of {@link Policy}.
 *
 * @param policy null where the file does not hold one; the findings say why
 * @param findings in the order of the file
 * @param root null where nothing could be read
 */
public record PolicyFile(@Nullable Policy policy, List<Finding> findings, @Nullable Mapping root) {

  /** The rule under which a file that holds no policy is told. */
  public static final String RULE = "policy-file";

  private static final Set<String> NAMES =
      Set.of(
          "id",
          "title",
          "family",
          "scope",
          "severity",
          "expression",
          "message",
          "documentation",
          "examples");
  private static final Set<String> EXAMPLE_NAMES = Set.of("name", "passes", "document", "previous");

  public PolicyFile {
    findings = List.copyOf(findings);
  }

  /** Reads a file's text. Never throws. */
  public static PolicyFile read(String text) {
    DocumentTree tree = DocumentTree.read(text);
    if (!tree.problems().isEmpty()) {
      return new PolicyFile(null, tree.problems().stream().map(PolicyFile::finding).toList(), null);
    }
    if (!(tree.root() instanceof Mapping root)) {
      return new PolicyFile(
          null, List.of(finding("$", null, "A policy file is a mapping with id, title, …")), null);
    }
    Reader reader = new Reader(root);
    return new PolicyFile(reader.policy(), reader.findings, root);
  }

  /** Where a text of the file begins, for places within it; null where it is not there. */
  public @Nullable Scalar scalar(String name) {
    return root != null && root.get(name) instanceof Scalar scalar ? scalar : null;
  }

  private static Finding finding(Problem problem) {
    return new Finding(
        Level.ERROR,
        RULE,
        problem.path(),
        problem.line(),
        problem.column(),
        problem.message(),
        null);
  }

  private static Finding finding(String path, @Nullable Span at, String message) {
    return new Finding(
        Level.ERROR,
        RULE,
        path,
        at == null ? null : Integer.valueOf(at.line()),
        at == null ? null : Integer.valueOf(at.column()),
        message,
        null);
  }

  /** Reads one mapping, and tells all that is wrong with it at once. */
  private static final class Reader {

    private final Mapping root;
    private final List<Finding> findings = new ArrayList<>();

    Reader(Mapping root) {
      this.root = root;
    }

    @Nullable Policy policy() {
      unknown(root, "$", NAMES);
      String id = text(root, "$", "id");
      String title = text(root, "$", "title");
      PolicyFamily family = oneOf(PolicyFamily.class, "family");
      PolicyScope scope = oneOf(PolicyScope.class, "scope");
      Severity severity = oneOf(Severity.class, "severity");
      String expression = text(root, "$", "expression");
      String message = text(root, "$", "message");
      String documentation = text(root, "$", "documentation");
      List<PolicyExample> examples = examples();
      if (!findings.isEmpty()
          || id == null
          || title == null
          || family == null
          || scope == null
          || severity == null
          || expression == null
          || message == null
          || documentation == null) {
        return null;
      }
      try {
        return new Policy(
            id,
            title,
            family,
            scope,
            severity,
            expression.strip(),
            message.strip(),
            documentation.strip(),
            examples);
      } catch (InvalidValue invalid) {
        String name = invalid.field().equals("policyId") ? "id" : invalid.field();
        findings.add(
            finding("$." + name, root.spanOf(name), name + " " + invalid.getMessage() + "."));
        return null;
      }
    }

    private List<PolicyExample> examples() {
      List<PolicyExample> read = new ArrayList<>();
      Node node = root.get("examples");
      if (node == null) {
        return read;
      }
      if (!(node instanceof Sequence list)) {
        findings.add(finding("$.examples", root.spanOf("examples"), "examples must be a list."));
        return read;
      }
      for (int index = 0; index < list.items().size(); index++) {
        String path = "$.examples[" + index + "]";
        if (list.items().get(index) instanceof Mapping example) {
          PolicyExample one = example(example, path);
          if (one != null) {
            read.add(one);
          }
        } else {
          findings.add(
              finding(path, list.items().get(index).span(), "An example must be a mapping."));
        }
      }
      return read;
    }

    private @Nullable PolicyExample example(Mapping example, String path) {
      unknown(example, path, EXAMPLE_NAMES);
      String name = text(example, path, "name");
      String document = text(example, path, "document");
      String previous =
          example.entries().containsKey("previous") ? text(example, path, "previous") : null;
      Node passes = example.get("passes");
      if (!(passes instanceof Scalar word) || word.kind() != Scalar.Kind.BOOLEAN) {
        findings.add(
            finding(path + ".passes", example.spanOf("passes"), "passes must be true or false."));
        return null;
      }
      if (name == null || document == null) {
        return null;
      }
      try {
        return new PolicyExample(name, word.text().equalsIgnoreCase("true"), document, previous);
      } catch (InvalidValue invalid) {
        findings.add(
            finding(path, example.span(), invalid.field() + " " + invalid.getMessage() + "."));
        return null;
      }
    }

    private @Nullable String text(Mapping of, String path, String name) {
      Node node = of.get(name);
      if (node instanceof Scalar scalar && !scalar.isNull()) {
        return scalar.text();
      }
      findings.add(
          finding(
              path + "." + name,
              of.spanOf(name),
              node == null ? name + " is missing." : name + " must be a text."));
      return null;
    }

    private <E extends Enum<E>> @Nullable E oneOf(Class<E> type, String name) {
      String word = text(root, "$", name);
      if (word == null) {
        return null;
      }
      String constant = word.toUpperCase(Locale.ROOT).replace('-', '_');
      return Arrays.stream(type.getEnumConstants())
          .filter(each -> each.name().equals(constant))
          .findFirst()
          .orElseGet(() -> {
            findings.add(
                finding(
                    "$." + name,
                    root.spanOf(name),
                    name
                        + " must be one of "
                        + Arrays.stream(type.getEnumConstants())
                            .map(each -> each.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                            .collect(Collectors.joining(", "))
                        + "."));
            return null;
          });
    }

    private void unknown(Mapping of, String path, Set<String> known) {
      of.entries()
          .forEach((name, entry) -> {
            if (!known.contains(name)) {
              findings.add(
                  finding(
                      path + "." + name,
                      entry.key().span(),
                      "There is no '"
                          + name
                          + "' here; known are "
                          + String.join(", ", new TreeSet<>(known))
                          + "."));
            }
          });
    }
  }
}
