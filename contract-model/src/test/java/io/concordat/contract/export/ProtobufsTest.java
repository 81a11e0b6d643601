package io.concordat.contract.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.wire.schema.Location;
import com.squareup.wire.schema.internal.parser.FieldElement;
import com.squareup.wire.schema.internal.parser.MessageElement;
import com.squareup.wire.schema.internal.parser.ProtoFileElement;
import com.squareup.wire.schema.internal.parser.ProtoParser;
import io.concordat.contract.odcs.OdcsContract;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ProtobufsTest {

  static ProtoFileElement parsed(OdcsContract contract) {
    return ProtoParser.Companion.parse(
        Location.get("test.proto"), Contracts.only(Exports.export("protobuf", contract)));
  }

  private static Map<String, Integer> numbers(OdcsContract contract) {
    Map<String, Integer> numbers = new TreeMap<>();
    MessageElement message = (MessageElement) parsed(contract).getTypes().getFirst();
    for (FieldElement field : message.getFields()) {
      numbers.put(field.getName(), field.getTag());
    }
    return numbers;
  }

  @Test
  void aParserReadsTheFile() {
    ProtoFileElement file = parsed(Contracts.parcels());
    assertThat(file.getPackageName()).isEqualTo("logistics.parcels.tracking.v2");
    assertThat(file.getImports()).containsExactly("google/protobuf/timestamp.proto");
    assertThat(numbers(Contracts.parcels())).containsEntry("tracking_id", 7).hasSize(20);
  }

  @Test
  void otherFieldsDoNotChangeANumber() {
    Map<String, Integer> before =
        numbers(
            Contracts.withProperties(
                "{name: a, logicalType: string}", "{name: b, logicalType: string}"));
    Map<String, Integer> after =
        numbers(
            Contracts.withProperties(
                "{name: c, logicalType: string}",
                "{name: b, logicalType: string}",
                "{name: d, logicalType: integer}",
                "{name: a, logicalType: integer}"));
    assertThat(after).containsAllEntriesOf(before);
  }

  @Test
  void aFieldWithAnIdKeepsItsNumberWhenItIsRenamed() {
    int before =
        numbers(Contracts.withProperties("{id: x1, name: a, logicalType: string}")).get("a");
    int after =
        numbers(Contracts.withProperties("{id: x1, name: b, logicalType: string}")).get("b");
    assertThat(after).isEqualTo(before);
  }

  @Test
  void aNumberThatIsTakenOrNotAllowedIsTold() {
    String pin = "customProperties: [{property: protobufFieldNumber, value: %s}]";
    ExportResult result =
        Exports.export(
            "protobuf",
            Contracts.withProperties(
                "{name: a, logicalType: string, " + pin.formatted("3") + "}",
                "{name: b, logicalType: string, " + pin.formatted("3") + "}",
                "{name: c, logicalType: string, " + pin.formatted("19500") + "}"));
    assertThat(result.notes())
        .extracting(ExportNote::toString)
        .contains(
            "thing.b: protobufFieldNumber 3 is another field's too",
            "thing.c: protobufFieldNumber must be from 1 to 536870911, not 19000 to 19999");
  }
}
