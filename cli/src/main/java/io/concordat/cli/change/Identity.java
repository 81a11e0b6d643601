package io.concordat.cli.change;

import io.concordat.cli.input.Input;
import io.concordat.contract.tree.DocumentTree;
import io.concordat.contract.tree.Mapping;
import io.concordat.contract.tree.Scalar;
import org.jspecify.annotations.Nullable;

/** Which contract a document is of, be the rest of it right or wrong. */
final class Identity {

  private Identity() {}

  /** The id as it is written; null where none can be read. */
  static @Nullable String of(@Nullable Input input) {
    return input instanceof Input.Text text
            && DocumentTree.read(text.text()).root() instanceof Mapping root
            && root.get("id") instanceof Scalar id
        ? id.text()
        : null;
  }
}
