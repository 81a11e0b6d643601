package io.concordat.contract.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files that the exports are held against. Run the tests with {@code -Dgolden.write=true} to write
 * them anew, and read what changed before it is committed.
 */
final class Golden {

  private static final Path ROOT =
      Path.of("src", "test", "resources", "io", "concordat", "contract", "export");

  private Golden() {}

  static void holds(String directory, String name, String actual) {
    Path file = ROOT.resolve(directory).resolve(name);
    try {
      if (Boolean.getBoolean("golden.write")) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, actual);
      }
      assertThat(file).as("golden file").exists();
      assertThat(actual).as(directory + "/" + name).isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
