package io.concordat.contract.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.contract.foundation.Foundation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page for authors names every type and field of the language. */
class PolicyDocumentationTest {

  private static final Path PAGE = Path.of("..", "docs", "policies.md");

  static Iterable<StructShape> types() {
    return PolicyTypes.ALL;
  }

  @ParameterizedTest
  @MethodSource("types")
  void namesEveryField(StructShape shape) throws IOException {
    String page = Files.readString(PAGE);
    assertThat(page).contains(shape.name());
    assertThat(shape.fields().keySet()).allMatch(field -> page.contains("`" + field + "`"));
  }

  @Test
  void namesEveryFunctionAndParameter() throws IOException {
    String page = Files.readString(PAGE);
    assertThat(PolicyFunctions.names()).allMatch(name -> page.contains("`" + name + "("));
    assertThat(Foundation.parameters())
        .allMatch(parameter -> page.contains("| `" + parameter.name() + "` |"));
  }
}
