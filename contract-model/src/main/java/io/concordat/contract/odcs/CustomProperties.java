package io.concordat.contract.odcs;

import io.concordat.contract.tree.Node;
import io.concordat.contract.tree.Scalar;
import io.concordat.contract.tree.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The custom properties that Concordat gives a meaning to. */
public final class CustomProperties {

  /** At the root: a list with the ids of the contracts that this one derives from. */
  public static final String UPSTREAM = "upstreamContracts";

  /** At the root: a list of {@code {title, sql}}. */
  public static final String EXAMPLE_QUERIES = "exampleQueries";

  private CustomProperties() {}

  /** The first custom property of a name. */
  public static Optional<CustomProperty> find(List<CustomProperty> properties, String name) {
    return properties.stream().filter(property -> property.property().equals(name)).findFirst();
  }

  /** The value of a custom property that is text; null where there is none. */
  public static @Nullable String text(List<CustomProperty> properties, String name) {
    return find(properties, name)
        .map(CustomProperty::value)
        .map(value -> value instanceof Scalar scalar && !scalar.isNull() ? scalar.text() : null)
        .orElse(null);
  }

  /**
   * The contracts upstream, as declared; empty where the contract does not declare them with a list
   * of texts, which is something else than declaring that there are none.
   */
  public static Optional<List<String>> upstream(OdcsContract contract) {
    Node value =
        find(contract.customProperties(), UPSTREAM).map(CustomProperty::value).orElse(null);
    if (!(value instanceof Sequence sequence)) {
      return Optional.empty();
    }
    List<String> ids = new ArrayList<>();
    for (Node item : sequence.items()) {
      if (!(item instanceof Scalar scalar) || scalar.isNull()) {
        return Optional.empty();
      }
      ids.add(scalar.text());
    }
    return Optional.of(ids.stream().distinct().toList());
  }
}
