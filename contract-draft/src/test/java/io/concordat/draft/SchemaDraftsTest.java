package io.concordat.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaDraftsTest {

  private static final Path CATALOG =
      Path.of("..", "..", "shared", "standards", "dbt", "jaffle_shop_v12", "catalog.json");

  private static String source(String name) throws IOException {
    return Files.readString(DraftGolden.ROOT.resolve(name));
  }

  @Test
  void anAvroSchemaBecomesADraft() throws IOException {
    DraftGolden.holds("orders.avsc.odcs.yaml", Drafts.fromAvro(source("orders.avsc")));
  }

  @Test
  void aJsonSchemaBecomesADraft() throws IOException {
    DraftGolden.holds(
        "orders.schema.odcs.yaml", Drafts.fromJsonSchema(source("orders.schema.json"), "rows"));
  }

  @Test
  void aDbtProjectBecomesADraft() {
    Path manifest = DraftGolden.ROOT.resolve("manifest.json");
    Path catalog = DraftGolden.ROOT.resolve("catalog.json");
    DraftGolden.holds("dbt.odcs.yaml", Drafts.fromDbt(manifest, catalog, null));
    assertThat(Drafts.fromDbt(manifest, null, "payments").objects().getFirst().fields())
        .extracting(DraftField::logicalType)
        .containsExactly("integer");
    assertThatThrownBy(() -> Drafts.fromDbt(manifest, null, "gone"))
        .isInstanceOf(DraftException.class)
        .hasMessageContaining("called 'gone'");
  }

  @Test
  void aRealCatalogGivesTheTypes(@TempDir Path directory) throws IOException {
    assumeThat(CATALOG).as("the collected dbt files").exists();
    Path manifest =
        Files.writeString(
            directory.resolve("manifest.json"),
            """
            {"nodes": {"model.jaffle_shop.customers": {"resource_type": "model", "name": "customers"}}}
            """);
    Draft draft = Drafts.fromDbt(manifest, CATALOG, null);
    assertThat(DraftGolden.names(draft.objects().getFirst()))
        .containsExactly(
            "customer_id",
            "first_name",
            "last_name",
            "first_order",
            "most_recent_order",
            "number_of_orders",
            "customer_lifetime_value");
    assertThat(draft.objects().getFirst().fields())
        .extracting(DraftField::logicalType)
        .containsExactly("integer", "string", "string", "date", "date", "integer", "number");
  }

  @Test
  void nothingBecomesADraftToo() {
    DraftGolden.holds("nothing.odcs.yaml", Drafts.empty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"type\": \"record\",\\n \"name\": }|line 2, column",
        "[]|there is no record here",
        "\"string\"|an Avro schema of data is a record",
        "{\"type\": \"record\", \"name\": \"a\"}|record 'a' has no list of fields",
        "{\"type\": \"record\", \"name\": \"a\", \"fields\": [{\"name\": \"b\", \"type\": \"Gone\"}]}|'a.b' has the type 'Gone', which is not defined before it",
        "{\"type\": \"record\", \"name\": \"a\", \"fields\": [{\"name\": \"b\", \"type\": \"a\"}]}|within itself",
        "{\"type\": \"record\", \"name\": \"a\", \"fields\": [{\"type\": \"int\"}]}|a field of 'a' has no name",
      })
  void anAvroSchemaThatCannotBeReadIsRefused(String schema, String message) {
    assertThatThrownBy(() -> Drafts.fromAvro(schema.replace("\\n", "\n")))
        .isInstanceOf(DraftException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"type\": |line 1, column",
        "{\"type\": \"string\"}|an object with properties",
        "{\"properties\": {\"a\": {\"$ref\": \"#/gone\"}}}|$.a refers to #/gone, which is not there",
        "{\"properties\": {\"a\": {\"$ref\": \"#\"}, \"b\": {\"$ref\": \"#/properties/b\"}}}|within itself",
      })
  void aJsonSchemaThatCannotBeReadIsRefused(String schema, String message) {
    assertThatThrownBy(() -> Drafts.fromJsonSchema(schema, "rows"))
        .isInstanceOf(DraftException.class)
        .hasMessageContaining(message);
  }

  @Test
  void filesAreToldByTheirNameAndContent() {
    assertThat(
            Drafts.fromFile(DraftGolden.ROOT.resolve("orders.avsc"), null)
                .objects()
                .getFirst()
                .name())
        .isEqualTo("Order");
    assertThat(
            Drafts.fromFile(DraftGolden.ROOT.resolve("orders.schema.json"), null)
                .objects()
                .getFirst()
                .name())
        .isEqualTo("order");
    assertThat(
            Drafts.fromFile(DraftGolden.ROOT.resolve("manifest.json"), null)
                .objects()
                .getFirst()
                .name())
        .isEqualTo("orders");
    assertThat(Drafts.fromFile(DraftGolden.ROOT.resolve("shop.sql"), null).objects()).hasSize(3);
    assertThatThrownBy(() -> Drafts.fromFile(Path.of("x.bin"), null))
        .hasMessageContaining("cannot be told by its name");
  }
}
