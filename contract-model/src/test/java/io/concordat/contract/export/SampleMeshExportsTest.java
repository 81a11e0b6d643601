package io.concordat.contract.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.concordat.contract.odcs.OdcsContract;
import io.concordat.contract.tree.DocumentTree;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class SampleMeshExportsTest {

  @Test
  void everySampleContractIsExportedInEveryFormat() {
    List<OdcsContract> contracts = SampleMesh.contracts();
    assumeThat(contracts).as("the sample mesh").isNotEmpty();
    for (OdcsContract contract : contracts) {
      for (ExportFormat format : Exports.formats()) {
        if (!format.needsEarlierVersion()) {
          check(contract, format.name(), Exports.export(format.name(), contract).files());
        }
      }
      assertThat(Exports.view("duckdb", contract, contract)).isInstanceOf(ViewResult.Written.class);
    }
  }

  private static void check(OdcsContract contract, String format, List<ExportFile> files) {
    assertThat(files).as(contract.id() + " as " + format).isNotEmpty();
    for (ExportFile file : files) {
      assertThat(file.content()).endsWith("\n");
      assertThat(file.name()).matches("[A-Za-z0-9_][A-Za-z0-9_.-]*");
      switch (format) {
        case "json-schema" ->
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(file.content(), InputFormat.JSON)
                .validate("{}", InputFormat.JSON);
        case "avro" -> new Schema.Parser().parse(file.content());
        case "protobuf" -> ProtobufsTest.parsed(contract);
        case "dbt-model", "dbt-source", "sodacl" ->
            assertThat(DocumentTree.read(file.content()).problems()).isEmpty();
        default -> assertThat(file.content()).isNotBlank();
      }
    }
  }
}
