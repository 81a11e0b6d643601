package io.concordat.contract.export;

import io.concordat.contract.odcs.OdcsContract;
import io.concordat.contract.odcs.OdcsReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The contracts that ship as a sample, read from beside this module. */
final class SampleMesh {

  private static final Path ROOT = Path.of("..", "sample-mesh", "src", "main", "resources", "mesh");

  private SampleMesh() {}

  /** All of them that can be read; empty where the sample is not there. */
  static List<OdcsContract> contracts() {
    if (!Files.isDirectory(ROOT)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .sorted()
          .map(SampleMesh::text)
          .filter(text -> text.contains("kind: DataContract"))
          .map(text -> OdcsReader.read(text).contract())
          .filter(contract -> contract != null)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
