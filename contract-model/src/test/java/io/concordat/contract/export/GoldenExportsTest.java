package io.concordat.contract.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.contract.odcs.OdcsContract;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenExportsTest {

  static Stream<String> formats() {
    return Exports.formats().stream()
        .filter(format -> !format.needsEarlierVersion())
        .map(ExportFormat::name);
  }

  @ParameterizedTest
  @MethodSource("formats")
  void twoContractsAreExportedAsTheFilesSay(String format) {
    holds("settlements", format, Contracts.settlements());
    holds("parcels", format, Contracts.parcels());
  }

  @ParameterizedTest
  @MethodSource("formats")
  void theSameContractGivesTheSameFiles(String format) {
    assertThat(Exports.export(format, Contracts.parcels()))
        .isEqualTo(Exports.export(format, Contracts.parcels()));
  }

  private static void holds(String directory, String format, OdcsContract contract) {
    ExportResult result = Exports.export(format, contract);
    String prefix = directory + "/" + format;
    assertThat(result.files()).isNotEmpty();
    result.files().forEach(file -> Golden.holds(prefix, file.name(), file.content()));
    Golden.holds(
        prefix,
        "notes.txt",
        result.notes().stream()
            .map(ExportNote::toString)
            .collect(Collectors.joining("\n", "", "\n")));
  }
}
