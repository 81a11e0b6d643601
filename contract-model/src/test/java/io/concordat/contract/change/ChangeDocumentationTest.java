package io.concordat.contract.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page for people and the table that decides say the same. */
class ChangeDocumentationTest {

  private static final Path PAGE =
      Path.of(System.getProperty("user.dir"), "..", "docs", "changes.md");

  @Test
  void thePageHasEveryRowWithItsKindAndReason() throws IOException {
    List<String> told =
        Files.readAllLines(PAGE).stream()
            .filter(line -> line.startsWith("| `"))
            .map(line -> line.split(" \\| ", 4))
            .map(cells -> String.join(" | ", cells[0], cells[1], cells[2]))
            .toList();
    List<String> decided =
        Arrays.stream(ChangeRule.values())
            .map(rule -> "| `" + rule.id() + "` | " + rule.kind() + " | " + rule.reason())
            .toList();
    assertThat(told).containsExactlyElementsOf(decided);
  }
}
