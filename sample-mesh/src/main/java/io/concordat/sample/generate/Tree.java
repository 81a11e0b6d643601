package io.concordat.sample.generate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** A YAML document as nested maps and lists that keep their order. */
final class Tree {

  private static final int WIDTH = 110;

  private Tree() {}

  /** Reads a document whose root is a mapping; the result can be changed. */
  static Map<String, Object> read(String text) {
    return mapping(
        new Load(LoadSettings.builder().setSchema(new CoreSchema()).build()).loadFromString(text));
  }

  /** Writes a document in block style. */
  static String write(Map<String, Object> document) {
    DumpSettings settings =
        DumpSettings.builder()
            .setSchema(new CoreSchema())
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setIndicatorIndent(2)
            .setIndentWithIndicator(true)
            .setWidth(WIDTH)
            .setDereferenceAliases(true)
            .build();
    return new Dump(settings).dumpToString(document);
  }

  /** A value that is a mapping; an empty one for anything else. */
  static Map<String, Object> mapping(@Nullable Object value) {
    Map<String, Object> copy = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> given) {
      given.forEach((key, entry) -> {
        if (entry != null) {
          copy.put(String.valueOf(key), entry);
        }
      });
    }
    return copy;
  }

  /** The mappings of a value that is a list; none for anything else. */
  static List<Map<String, Object>> mappings(@Nullable Object value) {
    List<Map<String, Object>> all = new ArrayList<>();
    if (value instanceof List<?> items) {
      items.forEach(item -> all.add(mapping(item)));
    }
    return all;
  }

  /** A value as text; empty where there is none. */
  static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  /** A copy in which the texts under some keys were changed, at any depth. */
  static Object texts(Object value, Set<String> keys, UnaryOperator<String> change) {
    return texts(value, keys, false, change);
  }

  private static Object texts(
      Object value, Set<String> keys, boolean under, UnaryOperator<String> change) {
    return switch (value) {
      case String text -> under ? change.apply(text) : text;
      case List<?> items -> {
        List<Object> copy = new ArrayList<>();
        items.forEach(item -> copy.add(texts(item, keys, under, change)));
        yield copy;
      }
      case Map<?, ?> _ -> {
        Map<String, Object> copy = mapping(value);
        copy.replaceAll((key, entry) -> texts(entry, keys, keys.contains(key), change));
        yield copy;
      }
      default -> value;
    };
  }
}
