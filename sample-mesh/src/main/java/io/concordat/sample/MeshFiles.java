package io.concordat.sample;

import io.concordat.sample.generate.Generator;
import io.concordat.sample.mesh.ContractDocument;
import io.concordat.sample.mesh.Documents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes the contracts of a grown mesh as files, for programs that read directories. */
public final class MeshFiles {

  private static final long SEED = 847;

  private MeshFiles() {}

  /**
   * Writes {@code <id>.odcs.yaml} for each contract.
   *
   * @param arguments the directory, and how many contracts
   * @throws IOException where they cannot be written
   */
  public static void main(String[] arguments) throws IOException {
    Path directory = Path.of(arguments[0]);
    int count = Integer.parseInt(arguments[1]);
    List<ContractDocument> contracts =
        Generator.grow(Documents.mesh(), count, SEED).contracts().stream().limit(count).toList();
    if (contracts.size() != count) {
      throw new IllegalStateException("Only %d contracts were made.".formatted(contracts.size()));
    }
    for (ContractDocument contract : contracts) {
      Path file = directory.resolve(contract.id() + ".odcs.yaml");
      Files.createDirectories(file.getParent());
      Files.writeString(file, contract.text());
    }
  }
}
