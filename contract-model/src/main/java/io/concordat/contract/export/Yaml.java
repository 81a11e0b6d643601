package io.concordat.contract.export;

import io.concordat.contract.tree.YamlText;
import java.util.List;
import java.util.Map;

/**
 * Writes maps, lists, texts, numbers and booleans as YAML in block style, in the order that they
 * have.
 */
final class Yaml {

  private final StringBuilder out = new StringBuilder();

  private Yaml() {}

  static String pretty(Map<String, Object> document) {
    Yaml yaml = new Yaml();
    yaml.entries(document, "", "");
    return yaml.out.toString();
  }

  private void entries(Map<?, ?> map, String first, String indent) {
    String start = first;
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      out.append(start).append(YamlText.scalar(String.valueOf(entry.getKey()))).append(':');
      value(entry.getValue(), indent);
      start = indent;
    }
  }

  private void value(Object value, String indent) {
    switch (value) {
      case Map<?, ?> map -> {
        if (map.isEmpty()) {
          out.append(" {}\n");
        } else {
          out.append('\n');
          entries(map, indent + "  ", indent + "  ");
        }
      }
      case List<?> list -> {
        if (list.isEmpty()) {
          out.append(" []\n");
        } else {
          out.append('\n');
          list.forEach(item -> item(item, indent + "  "));
        }
      }
      default -> out.append(' ').append(single(value)).append('\n');
    }
  }

  private void item(Object item, String indent) {
    if (item instanceof Map<?, ?> map && !map.isEmpty()) {
      entries(map, indent + "- ", indent + "  ");
    } else {
      out.append(indent).append("- ").append(single(item)).append('\n');
    }
  }

  private static String single(Object value) {
    return switch (value) {
      case Number number -> number.toString();
      case Boolean truth -> truth.toString();
      case Map<?, ?> _ -> "{}";
      case Object text -> YamlText.scalar(text.toString());
    };
  }
}
