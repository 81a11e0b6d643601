package io.concordat.contract.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.contract.odcs.OdcsContract;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.junit.jupiter.api.Test;

class AvroSchemasTest {

  private static Schema parsed(OdcsContract contract) {
    return new Schema.Parser().parse(Contracts.only(Exports.export("avro", contract)));
  }

  @Test
  void avroReadsTheSchemaWithItsLogicalTypes() {
    Schema parcel = parsed(Contracts.parcels());
    assertThat(parcel.getFullName()).isEqualTo("logistics.parcels.tracking.parcel");
    assertThat(parcel.getField("depot").schema().getType()).isEqualTo(Schema.Type.INT);
    assertThat(parcel.getField("sent_on").schema().getLogicalType()).isEqualTo(LogicalTypes.date());
    assertThat(parcel.getField("sent_at").schema().isNullable()).isTrue();
    assertThat(parcel.getField("sent_at").schema().getTypes().getLast().getLogicalType())
        .isEqualTo(LogicalTypes.timestampMicros());
    assertThat(parcel.getField("price").schema().getTypes().getLast().getLogicalType())
        .isEqualTo(LogicalTypes.decimal(38, 2));
    assertThat(parcel.getField("scans").schema().getTypes().getLast().getElementType().isNullable())
        .isTrue();
  }

  @Test
  void aNewOptionalFieldKeepsReadersGoing() {
    Schema before = parsed(Contracts.withProperties("{name: a, logicalType: string}"));
    Schema after =
        parsed(
            Contracts.withProperties(
                "{name: a, logicalType: string}", "{name: b, logicalType: integer}"));
    assertThat(SchemaCompatibility.checkReaderWriterCompatibility(after, before).getType())
        .isEqualTo(SchemaCompatibilityType.COMPATIBLE);
  }

  @Test
  void namesThatAvroCannotHaveAreToldAndStayDifferent() {
    ExportResult result =
        Exports.export(
            "avro",
            Contracts.withProperties(
                "{name: a-b, logicalType: string}",
                "{name: a_b, logicalType: string}",
                "{name: 1st, logicalType: string}"));
    Schema schema = new Schema.Parser().parse(Contracts.only(result));
    assertThat(schema.getFields())
        .extracting(Schema.Field::name)
        .containsExactly("a_b", "a_b_2", "f1st");
    assertThat(schema.getFields().getFirst().getProp("odcsName")).isEqualTo("a-b");
    assertThat(result.notes())
        .extracting(ExportNote::element)
        .contains("thing.a-b", "thing.a_b", "thing.1st");
  }
}
