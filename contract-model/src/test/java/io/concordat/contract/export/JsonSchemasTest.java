package io.concordat.contract.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.concordat.contract.odcs.OdcsContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonSchemasTest {

  private static final String SETTLEMENT =
      """
      {"settlement_id": "S-1", "amount": 12.5, "currency": "EUR", "contact": {"email": "a@b.example"},
       "order_ids": ["O-1", "O-2"], "added_later": 1}\
      """;

  private static final String PARCEL =
      """
      {"order": "P12", "depot": 4, "state": "moving", "sent_on": "2026-11-22", "fragile": false,
       "address": {"city": "Bern", "geo": {"lat": 46.9, "lon": 7.4}}, "tags": ["a", "b"],
       "weight": 2.5, "price": 4.99, "big": 18446744073709551615, "scans": [{"at": "2026-11-22T10:00:00Z"}]}\
      """;

  private static Schema compiled(OdcsContract contract) {
    String text = Contracts.only(Exports.export("json-schema", contract));
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(text, InputFormat.JSON);
  }

  private static boolean accepts(Schema schema, String row) {
    return schema
        .validate(
            row, InputFormat.JSON, c -> c.executionConfig(e -> e.formatAssertionsEnabled(true)))
        .isEmpty();
  }

  @Test
  void aValueWithABillionDigitsStaysText() {
    String schema =
        Contracts.only(
            Exports.export(
                "json-schema",
                Contracts.withProperties(
                    "{name: n, logicalType: number, quality: [{metric: invalidValues, mustBe: 0, "
                        + "arguments: {validValues: [1, '1e999999999']}}]}")));

    assertThat(schema).contains("\"1e999999999\"");
  }

  @Test
  void rowsThatKeepTheContractAreAccepted() {
    assertThat(accepts(compiled(Contracts.settlements()), SETTLEMENT)).isTrue();
    assertThat(accepts(compiled(Contracts.parcels()), PARCEL)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"settlement_id\": \"S-1\"|\"other\": 1",
        "\"settlement_id\": \"S-1\"|\"settlement_id\": null",
        "\"amount\": 12.5|\"amount\": \"12.5\"",
        "\"contact\": {\"email\": \"a@b.example\"}|\"contact\": {\"email\": 4}",
        "[\"O-1\", \"O-2\"]|[\"O-1\", 2]",
      })
  void aSettlementThatBreaksTheContractIsRefused(String part, String broken) {
    assertThat(SETTLEMENT).contains(part);
    assertThat(accepts(compiled(Contracts.settlements()), SETTLEMENT.replace(part, broken)))
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"P12\"|\"X12\"",
        "\"P12\"|\"P123456789012345678901234567890\"",
        "\"depot\": 4|\"depot\": 0",
        "\"depot\": 4|\"depot\": 40000",
        "\"moving\"|\"lost\"",
        "\"2026-11-22\"|\"22.11.2026\"",
        "\"city\": \"Bern\", |",
        "\"lat\": 46.9, |",
        "[\"a\", \"b\"]|[\"a\", \"a\"]",
        "[\"a\", \"b\"]|[\"a\", null]",
        "2.5|0",
        "2.5|31.6",
        "4.99|4.995",
        "18446744073709551615|18446744073709551616",
        "2026-11-22T10:00:00Z|ten o'clock",
      })
  void aParcelThatBreaksTheContractIsRefused(String part, String broken) {
    assertThat(PARCEL).contains(part);
    String row = PARCEL.replace(part, broken == null ? "" : broken);
    assertThat(accepts(compiled(Contracts.parcels()), row)).isFalse();
  }

  @Test
  void whatIsNotRequiredMayBeNull() {
    String row = SETTLEMENT.replace("12.5", "null").replace("\"EUR\"", "null");
    assertThat(accepts(compiled(Contracts.settlements()), row)).isTrue();
  }
}
