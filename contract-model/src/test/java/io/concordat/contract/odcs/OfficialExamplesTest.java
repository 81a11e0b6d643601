package io.concordat.contract.odcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The standard's own examples are contracts; each of them is valid by its JSON Schema. */
class OfficialExamplesTest {

  @TestFactory
  List<DynamicTest> readsEveryExampleOfTheStandard() throws IOException {
    String folder = System.getenv().getOrDefault("CONCORDAT_STANDARDS", "../../shared/standards");
    Path examples = Path.of(folder, "odcs", "examples");
    assumeTrue(
        Files.isDirectory(examples),
        "no examples in " + examples + "; set CONCORDAT_STANDARDS to the folder that has odcs/");
    try (Stream<Path> files = Files.walk(examples)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .sorted()
          .map(file ->
              DynamicTest.dynamicTest(
                  examples.relativize(file).toString(),
                  () -> assertThat(OdcsReader.read(Files.readString(file)).violations()).isEmpty()))
          .toList();
    }
  }
}
