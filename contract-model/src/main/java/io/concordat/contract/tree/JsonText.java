package io.concordat.contract.tree;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes maps, lists, texts, numbers, booleans and null as JSON, in the order that they have. */
public final class JsonText {

  private final StringBuilder out = new StringBuilder();

  private JsonText() {}

  /** With two spaces per level and a line feed at the end. */
  public static String pretty(Object value) {
    JsonText json = new JsonText();
    json.value(value, "");
    return json.out.append('\n').toString();
  }

  private void value(@Nullable Object value, String indent) {
    switch (value) {
      case null -> out.append("null");
      case Map<?, ?> map -> map(map, indent);
      case List<?> list -> list(list, indent);
      case Number number -> out.append(number);
      case Boolean truth -> out.append(truth);
      case Object text -> out.append(YamlText.quoted(text.toString()));
    }
  }

  private void map(Map<?, ?> map, String indent) {
    if (map.isEmpty()) {
      out.append("{}");
      return;
    }
    String inner = indent + "  ";
    out.append("{\n");
    for (Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
        entries.hasNext(); ) {
      Map.Entry<?, ?> entry = entries.next();
      out.append(inner).append(YamlText.quoted(String.valueOf(entry.getKey()))).append(": ");
      value(entry.getValue(), inner);
      out.append(entries.hasNext() ? ",\n" : "\n");
    }
    out.append(indent).append('}');
  }

  private void list(List<?> list, String indent) {
    if (list.stream().allMatch(item -> item instanceof String || item instanceof Number)) {
      out.append('[');
      for (int i = 0; i < list.size(); i++) {
        out.append(i == 0 ? "" : ", ");
        value(list.get(i), indent);
      }
      out.append(']');
      return;
    }
    String inner = indent + "  ";
    out.append("[\n");
    for (int i = 0; i < list.size(); i++) {
      out.append(inner);
      value(list.get(i), inner);
      out.append(i + 1 < list.size() ? ",\n" : "\n");
    }
    out.append(indent).append(']');
  }
}
