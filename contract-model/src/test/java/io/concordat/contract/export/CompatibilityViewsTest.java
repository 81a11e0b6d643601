package io.concordat.contract.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.contract.odcs.OdcsContract;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompatibilityViewsTest {

  private static String written(ViewResult result) {
    assertThat(result).isInstanceOf(ViewResult.Written.class);
    return ((ViewResult.Written) result).files().getFirst().content();
  }

  private static List<String> reasons(ViewResult result) {
    assertThat(result).isInstanceOf(ViewResult.Refused.class);
    return ((ViewResult.Refused) result).reasons().stream().map(ExportNote::toString).toList();
  }

  @Test
  void renamedAndWidenedFieldsAreServedAsBefore() {
    OdcsContract before =
        Contracts.withProperties(
            "{id: k, name: key, logicalType: integer, physicalType: integer, primaryKey: true}",
            "{name: total, physicalName: amount, logicalType: number, physicalType: 'decimal(8,2)'}",
            "{name: select, logicalType: string}");
    OdcsContract after =
        Contracts.withProperties(
            "{name: added, logicalType: string}",
            "{id: k, name: thing_key, logicalType: integer, physicalType: bigint, primaryKey: true}",
            "{name: sum, physicalName: amount, logicalType: number, physicalType: 'decimal(12,2)'}",
            "{name: select, logicalType: string}");
    assertThat(written(Exports.view("postgresql", before, after)))
        .endsWith(
            """
            CREATE VIEW thing_v1 AS
            SELECT
              CAST(thing_key AS integer) AS key,
              CAST(amount AS numeric(8, 2)) AS amount,
              "select"
            FROM thing;
            """);
  }

  @Test
  void aFieldWhoseColumnStaysIsTheSame() {
    ViewResult result =
        Exports.view(
            "spark",
            Contracts.withProperties("{name: email, logicalType: string}"),
            Contracts.withProperties("{name: mail, physicalName: email, logicalType: string}"));
    assertThat(written(result)).endsWith("SELECT\n  email\nFROM thing;\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{name: a, logicalType: string}|{name: b, logicalType: string}|thing.a: is not in version 1.0.0",
        "{name: a, logicalType: string}|{name: a, logicalType: integer}|thing.a: has a type whose values do not all map to the type of before",
        "{name: a, logicalType: number, physicalType: 'decimal(8,2)'}|{name: a, logicalType: number, physicalType: 'decimal(9,3)'}|thing.a: has a type whose values do not all map to the type of before",
        "{name: a, logicalType: string, required: true}|{name: a, logicalType: string}|thing.a: was always there and may be null in version 1.0.0",
        "{name: a, logicalType: string, primaryKey: true}|{name: a, logicalType: string, required: true}|thing: has another primary key in version 1.0.0",
        "{name: a, logicalType: number, customProperties: [{property: semanticType, value: monetary-amount}]}|{name: a, logicalType: number, customProperties: [{property: semanticType, value: percentage}]}|thing.a: means percentage now, and monetary-amount before",
        "{name: a, logicalType: object, properties: [{name: x, logicalType: string}]}|{name: a, logicalType: object, properties: [{name: y, logicalType: string}]}|thing.a: has a type whose values do not all map to the type of before",
      })
  void whatDoesNotMapOneToOneIsRefused(String before, String after, String reason) {
    for (String dialect : List.of("postgresql", "snowflake", "bigquery", "spark", "duckdb")) {
      assertThat(
              reasons(
                  Exports.view(
                      dialect, Contracts.withProperties(before), Contracts.withProperties(after))))
          .containsExactly(reason);
    }
  }
}
