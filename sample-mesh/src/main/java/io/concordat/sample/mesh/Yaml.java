package io.concordat.sample.mesh;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** One mapping of a YAML document, with readers that name what is missing. */
public final class Yaml {

  private final String where;
  private final Map<?, ?> values;

  private Yaml(String where, Map<?, ?> values) {
    this.where = where;
    this.values = values;
  }

  /**
   * Reads a document whose root is a mapping.
   *
   * @param where named in messages
   * @throws IllegalArgumentException where the text is no such document
   */
  public static Yaml read(String where, String text) {
    Object root = new Load(LoadSettings.builder().setLabel(where).build()).loadFromString(text);
    return of(where, root);
  }

  private static Yaml of(String where, @Nullable Object value) {
    if (value instanceof Map<?, ?> mapping) {
      return new Yaml(where, mapping);
    }
    throw new IllegalArgumentException(where + " is not a mapping");
  }

  /** Text under a key that must be there. */
  public String text(String key) {
    return optional(key).orElseThrow(() -> missing(key));
  }

  /** Text under a key, without the white space around it. */
  public Optional<String> optional(String key) {
    return Optional.ofNullable(values.get(key)).map(value -> value.toString().strip());
  }

  /** A whole number under a key that must be there. */
  public int number(String key) {
    if (values.get(key) instanceof Integer number) {
      return number;
    }
    throw missing(key);
  }

  /** A number under a key that must be there. */
  public double decimal(String key) {
    if (values.get(key) instanceof Number number) {
      return number.doubleValue();
    }
    throw missing(key);
  }

  /** The mapping under a key that must be there. */
  public Yaml mapping(String key) {
    return of(where + "." + key, values.get(key));
  }

  /** Whether there is something under a key. */
  public boolean has(String key) {
    return values.get(key) != null;
  }

  /** The mappings of a list; empty where there is none. */
  public List<Yaml> list(String key) {
    return items(key).stream().map(item -> of(where + "." + key, item)).toList();
  }

  /** The texts of a list; empty where there is none. */
  public List<String> texts(String key) {
    return items(key).stream().map(String::valueOf).toList();
  }

  /** The keys of the mapping in the order of the document. */
  public List<String> keys() {
    return values.keySet().stream().map(String::valueOf).toList();
  }

  private List<?> items(String key) {
    return switch (values.get(key)) {
      case null -> List.of();
      case List<?> items -> items;
      default -> throw new IllegalArgumentException(where + "." + key + " is not a list");
    };
  }

  private IllegalArgumentException missing(String key) {
    return new IllegalArgumentException(where + " has no usable '" + key + "'");
  }
}
