package io.concordat.contract.shape;

import io.concordat.contract.tree.Mapping;
import io.concordat.contract.tree.Node;
import io.concordat.contract.tree.Paths;
import io.concordat.contract.tree.Scalar;
import io.concordat.contract.tree.Sequence;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The simple shapes, and those that are made of others. */
public final class Shapes {

  private static final Pattern STABLE_ID = Pattern.compile("[A-Za-z0-9_-]+");
  private static final Set<String> OLD_BOOLEANS = Set.of("yes", "no", "on", "off", "y", "n");

  /** Anything. */
  public static final Shape ANY = (node, path, check) -> {};

  /** Text. */
  public static final Shape TEXT =
      (node, path, check) -> {
        if (!(node instanceof Scalar scalar) || scalar.kind() != Scalar.Kind.STRING) {
          check.add(path, node, "must be text, " + butIs(node) + quoteHint(node));
        }
      };

  /** Text that is not blank. */
  public static final Shape FILLED_TEXT =
      (node, path, check) -> {
        TEXT.verify(node, path, check);
        if (node instanceof Scalar scalar
            && scalar.kind() == Scalar.Kind.STRING
            && scalar.text().isBlank()) {
          check.add(path, node, "must not be blank.");
        }
      };

  /** True or false. */
  public static final Shape BOOLEAN =
      (node, path, check) -> {
        if (!(node instanceof Scalar scalar) || scalar.kind() != Scalar.Kind.BOOLEAN) {
          check.add(path, node, "must be true or false, " + butIs(node) + booleanHint(node));
        }
      };

  /** A finite number. */
  public static final Shape NUMBER =
      (node, path, check) -> {
        if (!(node instanceof Scalar scalar) || scalar.decimal().isEmpty()) {
          check.add(path, node, "must be a number, " + butIs(node) + ".");
        }
      };

  /** A whole number. */
  public static final Shape INTEGER = integer(number -> true, "a whole number");

  /** A whole number from 0. */
  public static final Shape NOT_NEGATIVE = integer(number -> number >= 0, "a whole number from 0");

  /** Neither a mapping nor a list; null is one. */
  public static final Shape SINGLE_VALUE =
      (node, path, check) -> {
        if (!(node instanceof Scalar)) {
          check.add(path, node, "must be a single value, " + butIs(node) + ".");
        }
      };

  /** A mapping of any names. */
  public static final Shape ANY_MAPPING =
      (node, path, check) -> {
        if (!(node instanceof Mapping)) {
          check.add(path, node, "must be a mapping, " + butIs(node) + ".");
        }
      };

  /** A name for references: letters, digits, hyphens and underscores. */
  public static final Shape STABLE_ID_TEXT =
      (node, path, check) -> {
        TEXT.verify(node, path, check);
        if (node instanceof Scalar scalar
            && scalar.kind() == Scalar.Kind.STRING
            && !STABLE_ID.matcher(scalar.text()).matches()) {
          check.add(path, node, "must be made of letters, digits, '-' and '_' only.");
        }
      };

  private Shapes() {}

  private static Shape integer(Predicate<Long> range, String wanted) {
    return (node, path, check) -> {
      boolean fits =
          node instanceof Scalar scalar
              && scalar
                  .decimal()
                  .filter(value -> value.stripTrailingZeros().scale() <= 0)
                  .filter(value -> range.test((long) value.signum()))
                  .isPresent();
      if (!fits) {
        check.add(path, node, "must be " + wanted + ", " + butIs(node) + ".");
      }
    };
  }

  /** One of a few words. */
  public static Shape word(List<String> words) {
    return word(words, Map.of());
  }

  /**
   * One of a few words.
   *
   * @param instead what to write for words that are often written by mistake, in lower case
   */
  public static Shape word(List<String> words, Map<String, String> instead) {
    return (node, path, check) -> {
      if (node instanceof Scalar scalar
          && scalar.kind() == Scalar.Kind.STRING
          && words.contains(scalar.text())) {
        return;
      }
      String hint = "";
      if (node instanceof Scalar scalar) {
        String better = instead.get(scalar.text().toLowerCase(Locale.ROOT));
        hint = better == null ? Words.suggestion(scalar.text(), words) : meant(better);
      }
      check.add(
          path,
          node,
          "must be one of " + String.join(", ", words) + ", " + butIs(node) + "." + hint);
    };
  }

  private static String meant(String better) {
    return " Write '" + better + "'.";
  }

  /** A list of which each item has the shape. */
  public static Shape list(Shape item) {
    return (node, path, check) -> {
      if (!(node instanceof Sequence sequence)) {
        check.add(path, node, "must be a list, " + butIs(node) + ".");
        return;
      }
      for (int i = 0; i < sequence.items().size(); i++) {
        item.verify(sequence.items().get(i), Paths.item(path, i), check);
      }
    };
  }

  /** A list as {@link #list}, with at least some items. */
  public static Shape list(Shape item, int atLeast) {
    return (node, path, check) -> {
      list(item).verify(node, path, check);
      if (node instanceof Sequence sequence && sequence.items().size() < atLeast) {
        check.add(path, node, "must have at least " + atLeast + " item(s).");
      }
    };
  }

  /** What a node is, for the second half of a sentence. */
  public static String butIs(Node node) {
    return switch (node) {
      case Scalar scalar when scalar.isNull() -> "but is empty; write a value or take the name out";
      case Scalar scalar -> "but is " + scalar.kindName() + " ('" + shorten(scalar.text()) + "')";
      case Mapping mapping -> "but is " + mapping.kindName();
      case Sequence sequence -> "but is " + sequence.kindName();
    };
  }

  private static String quoteHint(Node node) {
    return node instanceof Scalar scalar && !scalar.isNull()
        ? "; put it in quotes: \"" + shorten(scalar.text()) + "\"."
        : ".";
  }

  private static String booleanHint(Node node) {
    return node instanceof Scalar scalar
            && OLD_BOOLEANS.contains(scalar.text().toLowerCase(Locale.ROOT))
        ? "; YAML 1.2 reads it as text."
        : ".";
  }

  /** Text that is short enough for a message. */
  public static String shorten(String text) {
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }
}
