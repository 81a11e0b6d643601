package io.concordat.contract.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.contract.ExampleContract;
import io.concordat.contract.odcs.OdcsContract;
import io.concordat.contract.odcs.OdcsReader;
import io.concordat.contract.odcs.ReadResult;

/** Contracts that tests export. */
final class Contracts {

  private Contracts() {}

  static OdcsContract settlements() {
    return read(ExampleContract.text());
  }

  static String parcelsText() {
    return ExampleContract.resource("/io/concordat/contract/export/parcels.odcs.yaml");
  }

  static OdcsContract parcels() {
    return read(parcelsText());
  }

  static OdcsContract read(String document) {
    ReadResult result = OdcsReader.read(document);
    assertThat(result.violations()).isEmpty();
    return result.contract();
  }

  /** A contract with one object {@code thing} that has the given properties, in YAML flow style. */
  static OdcsContract withProperties(String... properties) {
    StringBuilder document =
        new StringBuilder(
            """
            apiVersion: v3.1.0
            kind: DataContract
            id: a/b/c
            version: 1.0.0
            status: active
            schema:
              - name: thing
                properties:
            """);
    for (String property : properties) {
      document.append("      - ").append(property).append('\n');
    }
    return read(document.toString());
  }

  static String only(ExportResult result) {
    assertThat(result.files()).hasSize(1);
    return result.files().getFirst().content();
  }
}
