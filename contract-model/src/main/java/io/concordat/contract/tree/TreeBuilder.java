package io.concordat.contract.tree;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * Builds the tree from parser events, one document, within the limits of {@link DocumentTree}. It
 * is fed by the parser as it goes, so that a text that breaks a limit is not read to its end.
 */
final class TreeBuilder {

  private static final String TAG = "tag:yaml.org,2002:";

  private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
  private static final Set<String> BOOLEANS =
      Set.of("true", "True", "TRUE", "false", "False", "FALSE");
  private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+");
  private static final Pattern NUMBER =
      Pattern.compile(
          "[-+]?(?:\\.[0-9]+|[0-9]+(?:\\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
              + "|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)");

  /** The text cannot be read past this problem. */
  static final class Unreadable extends RuntimeException {

    private final transient Problem problem;

    Unreadable(Problem problem) {
      super(problem.message(), null, false, false);
      this.problem = problem;
    }

    Problem problem() {
      return problem;
    }
  }

  private record Anchored(Node node, int weight) {}

  private final List<Problem> problems = new ArrayList<>();
  private final Map<Anchor, Optional<Anchored>> anchors = new HashMap<>();
  private int nodes;
  private Span here = new Span(1, 1, 0, 0);

  List<Problem> problems() {
    return problems;
  }

  /** The place that was reached. */
  Span here() {
    return here;
  }

  Node build(Iterator<Event> events) {
    next(events);
    if (next(events).getEventId() == Event.ID.StreamEnd) {
      throw new Unreadable(
          new Problem(
              Paths.ROOT,
              new Span(1, 1, 0, 0),
              "The document is empty; there is nothing to read."));
    }
    Node root = node(next(events), events, Paths.ROOT, 1);
    next(events);
    if (next(events).getEventId() != Event.ID.StreamEnd) {
      throw new Unreadable(
          new Problem(
              Paths.ROOT,
              here,
              "A second document starts here; submit one document at a time, without '---' between"
                  + " documents."));
    }
    return root;
  }

  private Event next(Iterator<Event> events) {
    Event event = events.next();
    here = event.getStartMark().map(mark -> span(mark, mark)).orElse(here);
    return event;
  }

  private Node node(Event event, Iterator<Event> events, String path, int depth) {
    if (event instanceof AliasEvent alias) {
      return alias(alias, path);
    }
    int before = nodes;
    count(1, path);
    Optional<Anchor> anchor = ((NodeEvent) event).getAnchor();
    anchor.ifPresent(name -> anchors.put(name, Optional.empty()));
    Node node =
        switch (event) {
          case ScalarEvent scalar -> scalar(scalar, path);
          case SequenceStartEvent start -> sequence(start, events, path, depth);
          case MappingStartEvent start -> mapping(start, events, path, depth);
          default -> throw new IllegalArgumentException("unexpected " + event.getEventId());
        };
    anchor.ifPresent(name -> anchors.put(name, Optional.of(new Anchored(node, nodes - before))));
    return node;
  }

  private Node alias(AliasEvent alias, String path) {
    Optional<Anchored> target = anchors.get(alias.getAlias());
    if (target == null) {
      throw new Unreadable(
          new Problem(path, here, "The alias *" + alias.getAlias() + " names no anchor above it."));
    }
    Anchored anchored =
        target.orElseThrow(() ->
            new Unreadable(
                new Problem(path, here, "The alias *" + alias.getAlias() + " contains itself.")));
    count(anchored.weight(), path);
    return anchored.node();
  }

  private void count(int more, String path) {
    nodes += more;
    if (nodes > DocumentTree.MAX_NODES) {
      throw new Unreadable(
          new Problem(
              path,
              here,
              "The document has more than "
                  + DocumentTree.MAX_NODES
                  + " values, those repeated by aliases included; split the contract."));
    }
  }

  private Sequence sequence(
      SequenceStartEvent start, Iterator<Event> events, String path, int depth) {
    checkDepth(path, depth);
    checkTag(start, "seq", path);
    List<Node> items = new ArrayList<>();
    Event event = next(events);
    while (event.getEventId() != Event.ID.SequenceEnd) {
      items.add(node(event, events, Paths.item(path, items.size()), depth + 1));
      event = next(events);
    }
    return new Sequence(span(start, event), items);
  }

  private Mapping mapping(MappingStartEvent start, Iterator<Event> events, String path, int depth) {
    checkDepth(path, depth);
    checkTag(start, "map", path);
    LinkedHashMap<String, Mapping.Entry> entries = new LinkedHashMap<>();
    Event event = next(events);
    while (event.getEventId() != Event.ID.MappingEnd) {
      Span keySpan = here;
      Node key = node(event, events, path, depth + 1);
      if (!(key instanceof Scalar name)) {
        throw new Unreadable(
            new Problem(
                path, keySpan, "A name must be a single value, not " + key.kindName() + "."));
      }
      String childPath = Paths.child(path, name.text());
      Node value = node(next(events), events, childPath, depth + 1);
      Mapping.Entry first = entries.get(name.text());
      if (first != null) {
        problems.add(
            new Problem(
                childPath,
                keySpan,
                "'%s' is written twice in one mapping, first on line %d; keep one."
                    .formatted(shorten(name.text()), first.key().span().line())));
      } else if (name.style() == Scalar.Style.PLAIN && name.text().equals("<<")) {
        problems.add(
            new Problem(
                childPath,
                keySpan,
                "Merge keys (<<) are not part of YAML 1.2; write the merged names out."));
      } else {
        entries.put(name.text(), new Mapping.Entry(name, value));
      }
      event = next(events);
    }
    return new Mapping(span(start, event), entries);
  }

  private void checkDepth(String path, int depth) {
    if (depth > DocumentTree.MAX_DEPTH) {
      throw new Unreadable(
          new Problem(
              path.length() > 300 ? path.substring(0, 300) + "…" : path,
              here,
              "The document is nested more than " + DocumentTree.MAX_DEPTH + " levels deep."));
    }
  }

  private void checkTag(CollectionStartEvent start, String expected, String path) {
    start
        .getTag()
        .filter(tag -> !tag.equals("!") && !tag.equals(TAG + expected))
        .ifPresent(tag -> unknownTag(tag, path));
  }

  private void unknownTag(String tag, String path) {
    problems.add(
        new Problem(path, here, "The tag '" + shorten(tag) + "' is not understood; take it out."));
  }

  private Scalar scalar(ScalarEvent event, String path) {
    String text = event.getValue();
    Scalar.Style style = style(event.getScalarStyle());
    String tag = event.getTag().orElse(null);
    Scalar.Kind kind;
    if (tag == null) {
      kind = style == Scalar.Style.PLAIN ? resolve(text) : Scalar.Kind.STRING;
    } else {
      Scalar.Kind tagged = tagged(tag);
      if (tagged == null) {
        unknownTag(tag, path);
      }
      kind = tagged == null ? Scalar.Kind.STRING : tagged;
    }
    return new Scalar(span(event, event), text, kind, style);
  }

  private static Scalar.@Nullable Kind tagged(String tag) {
    return switch (tag) {
      case "!", TAG + "str" -> Scalar.Kind.STRING;
      case TAG + "int" -> Scalar.Kind.INTEGER;
      case TAG + "float" -> Scalar.Kind.NUMBER;
      case TAG + "bool" -> Scalar.Kind.BOOLEAN;
      case TAG + "null" -> Scalar.Kind.NULL;
      default -> null;
    };
  }

  private static Scalar.Kind resolve(String text) {
    if (NULLS.contains(text)) {
      return Scalar.Kind.NULL;
    }
    if (BOOLEANS.contains(text)) {
      return Scalar.Kind.BOOLEAN;
    }
    if (text.length() > 1_000 || "+-.0123456789".indexOf(text.charAt(0)) < 0) {
      return Scalar.Kind.STRING;
    }
    if (INTEGER.matcher(text).matches()) {
      return Scalar.Kind.INTEGER;
    }
    return NUMBER.matcher(text).matches() ? Scalar.Kind.NUMBER : Scalar.Kind.STRING;
  }

  private static Scalar.Style style(ScalarStyle style) {
    return switch (style) {
      case DOUBLE_QUOTED, JSON_SCALAR_STYLE -> Scalar.Style.DOUBLE_QUOTED;
      case SINGLE_QUOTED -> Scalar.Style.SINGLE_QUOTED;
      case LITERAL -> Scalar.Style.LITERAL;
      case FOLDED -> Scalar.Style.FOLDED;
      case PLAIN -> Scalar.Style.PLAIN;
    };
  }

  private static Span span(Event first, Event last) {
    return span(first.getStartMark().orElseThrow(), last.getEndMark().orElseThrow());
  }

  private static Span span(Mark start, Mark end) {
    return new Span(start.getLine() + 1, start.getColumn() + 1, start.getIndex(), end.getIndex());
  }

  private static String shorten(String text) {
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }
}
