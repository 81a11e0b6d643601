package io.concordat.cli.input;

import io.concordat.contract.tree.DocumentTree;
import io.concordat.contract.tree.Mapping;
import io.concordat.contract.tree.Node;
import io.concordat.contract.tree.Sequence;
import io.concordat.contract.tree.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds where in a document a JSON path of the reader, the gate or a comparison points. */
public final class Places {

  private static final Pattern STEP =
      Pattern.compile("\\.([A-Za-z0-9_]+)|\\['((?:[^'\\\\]|\\\\.)*)']|\\[([0-9]+)]");

  private final @Nullable Node root;

  private Places(@Nullable Node root) {
    this.root = root;
  }

  /** The places of a document; none where it cannot be read. */
  public static Places of(String document) {
    return new Places(DocumentTree.read(document).root());
  }

  /**
   * Where a path points: at the name where the last step is a name, else at the value; at the
   * nearest thing above it where the document lacks the rest. Empty for the whole document and for
   * a document that cannot be read.
   */
  public Optional<Span> at(String path) {
    List<Span> met = spans(path);
    return met.isEmpty() ? Optional.empty() : Optional.of(met.getLast());
  }

  /** The column that goes with a path and a line; null where nothing on the path is on the line. */
  public @Nullable Integer column(String path, @Nullable Integer line) {
    if (line == null) {
      return null;
    }
    return spans(path).reversed().stream()
        .filter(span -> span.line() == line)
        .findFirst()
        .map(Span::column)
        .orElse(null);
  }

  /** Where the steps of a path stand, as far as they are there. */
  private List<Span> spans(String path) {
    List<Span> met = new ArrayList<>();
    Node at = root;
    Matcher steps = STEP.matcher(path);
    int end = 1;
    while (at != null && path.startsWith("$") && steps.find(end) && steps.start() == end) {
      end = steps.end();
      at = step(at, steps, met);
    }
    return met;
  }

  private static @Nullable Node step(Node at, Matcher step, List<Span> met) {
    String index = step.group(3);
    if (index != null) {
      if (!(at instanceof Sequence list) || index.length() > 6) {
        return null;
      }
      int item = Integer.parseInt(index);
      if (item >= list.items().size()) {
        return null;
      }
      met.add(list.items().get(item).span());
      return list.items().get(item);
    }
    String quoted = step.group(2);
    String name = quoted == null ? step.group(1) : quoted.replaceAll("\\\\(.)", "$1");
    Mapping.Entry entry = at instanceof Mapping mapping ? mapping.entries().get(name) : null;
    if (entry == null) {
      return null;
    }
    met.add(entry.key().span());
    return entry.value();
  }
}
