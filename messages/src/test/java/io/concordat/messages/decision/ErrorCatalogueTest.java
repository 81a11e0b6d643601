package io.concordat.messages.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code docs/errors.md} is what clients go by: it must say what the code says. */
class ErrorCatalogueTest {

  private static final String HEADING = "## What the domain refuses";

  @Test
  void everyRejectionStandsInTheDocumentAndNothingElse() throws IOException {
    List<String> expected =
        Arrays.stream(RejectionCode.values())
            .map(code -> "| `" + code.name() + "` | " + code.meaning() + " |")
            .toList();

    assertThat(rows(section())).isEqualTo(expected);
  }

  @Test
  void faultsThatAreNoRejectionsStandInTheDocument() throws IOException {
    assertThat(document())
        .contains(
            "| `INVALID_<FIELD>` |",
            "| `NOT_AUTHENTICATED` |",
            "| `NOT_ALLOWED` |",
            "| `PROCESSOR_NOT_FOUND` |",
            "| `PROCESSOR_NOT_RESETTABLE` |",
            "| `STORE_UNAVAILABLE` |",
            "| `INTERNAL` |");
  }

  private static List<String> rows(String section) {
    return section.lines().filter(line -> line.startsWith("| `")).toList();
  }

  private static String section() throws IOException {
    String document = document();
    return document.substring(document.indexOf(HEADING));
  }

  private static String document() throws IOException {
    Path at = Path.of("").toAbsolutePath();
    while (at != null && !Files.exists(at.resolve("mvnw"))) {
      at = at.getParent();
    }
    assertThat(at).as("root of the repository").isNotNull();
    return Files.readString(at.resolve("docs/errors.md"));
  }
}
