package io.concordat.graphql.council;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import io.concordat.messages.council.RoundView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a round's text says differently from that of the round before: line by line, and within the
 * lines that changed word by word.
 */
final class TextChanges {

  /** Beyond so many pieces on a side, a passage is told as replaced as a whole. */
  private static final int MOST_PIECES = 2_000;

  private static final Pattern AFTER_A_LINE = Pattern.compile("(?<=\n)");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("(?<=\\W)|(?=\\W)");

  private final JsonMapper json;

  TextChanges(JsonMapper json) {
    this.json = json;
  }

  enum Kind {
    SAME,
    REMOVED,
    ADDED
  }

  record Part(Kind kind, String text) {}

  /** A field of the text that changed; before or after is null where the field is not there. */
  record TextChange(String field, @Nullable String before, @Nullable String after) {}

  /** The fields that changed: title, rationale, then those of the change in their order. */
  List<TextChange> between(RoundView.Text before, RoundView.Text after) {
    Map<String, String> old = fields(before);
    Map<String, String> now = fields(after);
    Set<String> names = new LinkedHashSet<>(old.keySet());
    names.addAll(now.keySet());
    return names.stream()
        .filter(name -> !Objects.equals(old.get(name), now.get(name)))
        .map(name -> new TextChange(name, old.get(name), now.get(name)))
        .toList();
  }

  private Map<String, String> fields(RoundView.Text round) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("title", round.title());
    fields.put("rationale", round.rationale());
    collect("change", json.valueToTree(round.change()), fields);
    return fields;
  }

  private static void collect(String path, JsonNode node, Map<String, String> fields) {
    if (node.isObject()) {
      node.properties()
          .forEach(field -> collect(path + "." + field.getKey(), field.getValue(), fields));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        collect(path + "[" + i + "]", node.get(i), fields);
      }
    } else if (!node.isNull()) {
      fields.put(path, node.asString());
    }
  }

  /** The way from the text before to the text after. */
  static List<Part> parts(TextChange change) {
    return parts(
        Objects.requireNonNullElse(change.before(), ""),
        Objects.requireNonNullElse(change.after(), ""));
  }

  /** The way from one text to another; neighbours of one kind are one part. */
  static List<Part> parts(String before, String after) {
    List<Part> parts = new ArrayList<>();
    diff(pieces(AFTER_A_LINE, before), pieces(AFTER_A_LINE, after), parts, true);
    return joined(parts);
  }

  private static void diff(
      List<String> before, List<String> after, List<Part> parts, boolean lines) {
    if (before.size() > MOST_PIECES || after.size() > MOST_PIECES) {
      parts.add(new Part(Kind.REMOVED, String.join("", before)));
      parts.add(new Part(Kind.ADDED, String.join("", after)));
      return;
    }
    int at = 0;
    for (Passage passage : passages(before, after)) {
      parts.add(new Part(Kind.SAME, String.join("", before.subList(at, passage.start()))));
      String removed = String.join("", passage.removed());
      String added = String.join("", passage.added());
      if (lines && !removed.isEmpty() && !added.isEmpty()) {
        diff(pieces(BETWEEN_WORDS, removed), pieces(BETWEEN_WORDS, added), parts, false);
      } else {
        parts.add(new Part(Kind.REMOVED, removed));
        parts.add(new Part(Kind.ADDED, added));
      }
      at = passage.start() + passage.removed().size();
    }
    parts.add(new Part(Kind.SAME, String.join("", before.subList(at, before.size()))));
  }

  /** Pieces at one place, from {@code start} on, that are not the same in both texts. */
  private record Passage(int start, List<String> removed, List<String> added) {}

  /** What the algorithm tells piece by piece, with neighbours put together. */
  private static List<Passage> passages(List<String> before, List<String> after) {
    List<Passage> passages = new ArrayList<>();
    for (AbstractDelta<String> delta :
        DiffUtils.diff(before, after, new MyersDiffWithLinearSpace<>()).getDeltas()) {
      int start = delta.getSource().getPosition();
      Passage last = passages.isEmpty() ? null : passages.getLast();
      if (last == null || last.start() + last.removed().size() < start) {
        last = new Passage(start, new ArrayList<>(), new ArrayList<>());
        passages.add(last);
      }
      last.removed().addAll(delta.getSource().getLines());
      last.added().addAll(delta.getTarget().getLines());
    }
    return passages;
  }

  private static List<String> pieces(Pattern between, String text) {
    return text.isEmpty() ? List.of() : List.of(between.split(text));
  }

  private static List<Part> joined(List<Part> parts) {
    List<Part> joined = new ArrayList<>();
    for (Part part : parts) {
      if (part.text().isEmpty()) {
        continue;
      }
      if (!joined.isEmpty() && joined.getLast().kind() == part.kind()) {
        Part last = joined.removeLast();
        joined.add(new Part(part.kind(), last.text() + part.text()));
      } else {
        joined.add(part);
      }
    }
    return List.copyOf(joined);
  }
}
