package io.concordat.contract.edit;

import io.concordat.contract.tree.DocumentTree;
import io.concordat.contract.tree.Mapping;
import io.concordat.contract.tree.Node;
import io.concordat.contract.tree.Scalar;
import io.concordat.contract.tree.Sequence;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Changes a YAML or JSON document in one place and leaves every other byte as it is: comments,
 * quotes, indentation, line breaks. A path is a list of steps: names in mappings, numbers from 0 in
 * lists.
 *
 * <p>What would change anything else is refused: after each change the document is read again and
 * must say what was wished, and nothing else. So a value that aliases share is never changed
 * through one of them.
 */
public final class DocumentEditor {

  private final Layout layout;
  private final @Nullable Node root;

  private DocumentEditor(String document, DocumentTree tree) {
    this.layout = new Layout(document);
    this.root = tree.problems().isEmpty() ? tree.root() : null;
  }

  /** An editor of a document; it refuses every change of one that cannot be read. */
  public static DocumentEditor of(String document) {
    return new DocumentEditor(document, DocumentTree.read(document));
  }

  /** Replaces a single value by another, in the quotes that it has where they can hold it. */
  public EditResult set(List<String> path, Value value) {
    Node node = find(path);
    if (!(node instanceof Scalar scalar)) {
      return refused(path, "is no single value");
    }
    if (value instanceof Value.Entries || value instanceof Value.Items) {
      return new EditResult.Refused("Only a single value can take the place of one.");
    }
    int start = layout.start(scalar.span());
    int end = layout.end(scalar);
    boolean flow = inFlow(path);
    String written =
        switch (value) {
          case Value.Text text -> Writer.scalar(text, scalar.style(), flow);
          default -> Writer.flow(value, false);
        };
    String space = start == end && start > 0 && layout.text().charAt(start - 1) != ' ' ? " " : "";
    return checked(
        new Edit(start, end, space + written), Plain.of(root).with(path, Plain.of(value)));
  }

  /** Adds a name with its value at the end of a mapping that does not have it. */
  public EditResult put(List<String> path, String name, Value value) {
    if (!(find(path) instanceof Mapping mapping)) {
      return refused(path, "is no mapping");
    }
    if (mapping.get(name) != null) {
      return refused(path, "has '" + name + "' already");
    }
    Plain wished = Plain.of(root).adding(path, name, Plain.of(value));
    if (layout.isFlow(mapping)) {
      boolean quoted =
          mapping.entries().isEmpty()
              ? isJson()
              : mapping.entries().firstEntry().getValue().key().style()
                  == Scalar.Style.DOUBLE_QUOTED;
      Mapping.Entry last =
          mapping.entries().isEmpty() ? null : mapping.entries().lastEntry().getValue();
      return checked(
          intoFlow(
              mapping,
              last == null ? null : layout.start(last.key().span()),
              last == null ? null : last.value(),
              Writer.flowEntry(name, value, quoted)),
          wished);
    }
    return checked(
        belowLast(mapping, mapping.span().column(), Writer.blockEntry(name, value)), wished);
  }

  /** Adds a value at the end of a list. */
  public EditResult append(List<String> path, Value value) {
    if (!(find(path) instanceof Sequence sequence)) {
      return refused(path, "is no list");
    }
    Plain wished =
        Plain.of(root).adding(path, Integer.toString(sequence.items().size()), Plain.of(value));
    if (layout.isFlow(sequence)) {
      Node last = sequence.items().isEmpty() ? null : sequence.items().getLast();
      return checked(
          intoFlow(
              sequence,
              last == null ? null : layout.start(last.span()),
              last,
              Writer.flow(value, isJson())),
          wished);
    }
    return checked(belowLast(sequence, sequence.span().column(), Writer.blockItem(value)), wished);
  }

  /** Takes a name with its value out of a mapping, or an item out of a list. */
  public EditResult remove(List<String> path) {
    if (path.isEmpty() || find(path) == null) {
      return refused(path, "is not there");
    }
    List<String> parentPath = path.subList(0, path.size() - 1);
    return switch (find(parentPath)) {
      case Mapping mapping -> {
        List<Mapping.Entry> entries = List.copyOf(mapping.entries().values());
        int index = List.copyOf(mapping.entries().keySet()).indexOf(path.getLast());
        yield removed(
            path,
            mapping,
            entries.stream().map(entry -> layout.start(entry.key().span())).toList(),
            entries.stream().map(Mapping.Entry::value).toList(),
            index);
      }
      case Sequence sequence ->
          removed(
              path,
              sequence,
              sequence.items().stream()
                  .map(item ->
                      layout.isFlow(sequence)
                          ? layout.start(item.span())
                          : dash(layout.start(item.span())))
                  .toList(),
              sequence.items(),
              Integer.parseInt(path.getLast()));
      case null, default -> refused(path, "is not there");
    };
  }

  private EditResult removed(
      List<String> path, Node parent, List<Integer> starts, List<Node> values, int index) {
    int start = starts.get(index);
    int end = layout.end(values.get(index));
    boolean last = index == starts.size() - 1;
    Edit edit;
    if (starts.size() == 1) {
      String empty = parent instanceof Mapping ? "{}" : "[]";
      edit = new Edit(start, end, layout.isFlow(parent) ? "" : " " + empty);
    } else if (layout.isFlow(parent)) {
      edit =
          last
              ? new Edit(layout.end(values.get(index - 1)), end, "")
              : new Edit(start, starts.get(index + 1), "");
    } else if (layout.text().substring(layout.lineStart(start), start).isBlank()) {
      edit = new Edit(layout.lineStart(start), layout.nextLine(end), "");
    } else {
      edit = new Edit(start, last ? end : starts.get(index + 1), "");
    }
    return checked(edit, Plain.of(root).without(path));
  }

  /** The hyphen before an item of a list. */
  private int dash(int item) {
    int at = item - 1;
    while (at > 0 && layout.text().charAt(at) != '-') {
      at--;
    }
    return at;
  }

  private Edit intoFlow(
      Node parent, @Nullable Integer lastStart, @Nullable Node last, String written) {
    if (lastStart == null || last == null) {
      int inside = layout.start(parent.span()) + 1;
      return new Edit(inside, inside, written);
    }
    int at = layout.end(last);
    boolean ownLines =
        layout.lineStart(lastStart) > layout.start(parent.span())
            && layout.text().substring(layout.lineStart(lastStart), lastStart).isBlank();
    String before = ownLines ? "," + layout.lineBreak() + layout.indent(lastStart) : ", ";
    return new Edit(at, at, before + written);
  }

  private Edit belowLast(Node parent, int column, List<String> lines) {
    int at = layout.lineEnd(layout.end(parent));
    String indent = " ".repeat(column - 1);
    String written =
        lines.stream()
            .map(line -> layout.lineBreak() + indent + line)
            .collect(Collectors.joining());
    return new Edit(at, at, written);
  }

  private boolean isJson() {
    return layout.text().stripLeading().startsWith("{");
  }

  private boolean inFlow(List<String> path) {
    for (int i = 0; i < path.size(); i++) {
      Node around = find(path.subList(0, i));
      if (around != null && layout.isFlow(around)) {
        return true;
      }
    }
    return false;
  }

  private @Nullable Node find(List<String> path) {
    Node node = root;
    for (String step : path) {
      node =
          switch (node) {
            case Mapping mapping -> mapping.get(step);
            case Sequence sequence when step.matches("[0-9]{1,7}") -> {
              int index = Integer.parseInt(step);
              yield index < sequence.items().size() ? sequence.items().get(index) : null;
            }
            case null, default -> null;
          };
    }
    return node;
  }

  /** An edit that makes the document say what was wished, and nothing else. */
  private EditResult checked(Edit edit, Plain wished) {
    DocumentTree after = DocumentTree.read(edit.applyTo(layout.text()));
    Node read = after.root();
    return read != null && after.problems().isEmpty() && Plain.of(read).equals(wished)
        ? new EditResult.Edited(edit)
        : new EditResult.Refused(
            "This cannot be changed without changing something else; edit the document by hand.");
  }

  private EditResult refused(List<String> path, String why) {
    return new EditResult.Refused(
        root == null
            ? "The document cannot be read."
            : "'" + String.join("/", path) + "' " + why + ".");
  }
}
