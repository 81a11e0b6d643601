package io.concordat.contract.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.contract.odcs.OdcsContract;
import io.concordat.contract.odcs.OdcsReader;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommitmentsTest {

  private static OdcsContract contract(List<String> levels, List<String> rules) {
    String document =
        """
        apiVersion: v3.1.0
        kind: DataContract
        id: shop/orders/lines
        version: 1.0.0
        status: active
        schema: [{name: orders, properties: [{name: total, quality: [%s]}]}]
        slaProperties: [%s]
        """
            .formatted(
                rules.stream().map(rule -> "{" + rule + "}").collect(Collectors.joining(", ")),
                levels.stream().map(level -> "{" + level + "}").collect(Collectors.joining(", ")));
    OdcsContract contract = OdcsReader.read(document).contract();
    assertThat(contract).as(() -> OdcsReader.read(document).violations().toString()).isNotNull();
    return contract;
  }

  private static String spoken(Commitment commitment) {
    return commitment.kind()
        + " "
        + switch (commitment) {
          case Commitment.Measured measured ->
              (measured.threshold().spoken() + " " + measured.unit()).strip();
          case Commitment.Dated dated -> dated.moment().toString();
          case Commitment.NotEvaluable refused -> {
            assertThat(refused.reason()).isNotBlank().endsWith(".");
            yield "not";
          }
        };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "property: latency, value: 4, unit: h            | FRESHNESS at most 14400 seconds",
        "property: latency, value: 4, unit: d            | FRESHNESS at most 345600 seconds",
        "property: Freshness, value: 24, unit: hours     | FRESHNESS at most 86400 seconds",
        "property: ly, value: 25h                        | FRESHNESS at most 90000 seconds",
        "property: ly, value: 500ms                      | FRESHNESS at most 0.5 seconds",
        "property: latency, value: PT15M                 | FRESHNESS at most 900 seconds",
        "property: latency, value: soon                  | FRESHNESS not",
        "property: latency, value: 4                     | FRESHNESS not",
        "property: latency, value: -4, unit: h           | FRESHNESS not",
        "property: latency, value:                       | FRESHNESS not",
        "property: frequency, value: 1, unit: day        | FREQUENCY at most 86400 seconds",
        "property: frequency, value: daily               | FREQUENCY at most 86400 seconds",
        "property: frequency, value: '0 20 * * *'        | FREQUENCY not",
        "property: retention, value: P1Y                 | RETENTION at least 31536000 seconds",
        "property: re, value: 3, unit: years             | RETENTION at least 94608000 seconds",
        "property: availability, value: 99.9%            | AVAILABILITY at least 99.9 percent",
        "property: availability, value: 95%, unit: '%'   | AVAILABILITY at least 95 percent",
        "property: availability, value: 99.9, unit: percent | AVAILABILITY at least 99.9 percent",
        "property: av, value: 99.5                       | AVAILABILITY at least 99.5 percent",
        "property: availability, value: Available 24/7   | AVAILABILITY not",
        "property: availability, value: 120, unit: percent | AVAILABILITY not",
        "property: errorRate, value: 0.1, unit: percent  | ERROR_RATE at most 0.1 percent",
        "property: er, value: 0.001                      | ERROR_RATE not",
        "property: timeToRepair, value: 24, unit: hours  | TIME_TO_REPAIR at most 86400 seconds",
        "property: td, value: 10, unit: min              | TIME_TO_DETECT at most 600 seconds",
        "property: tn, value: PT1H                       | TIME_TO_NOTIFY at most 3600 seconds",
        "property: throughput, value: 500, unit: rows/s  | THROUGHPUT at least 500 rows/s",
        "property: throughput, value: 500                | THROUGHPUT not",
        "property: generalAvailability, value: '2022-05-12T09:30:10-08:00' | GENERAL_AVAILABILITY 2022-05-12T17:30:10Z",
        "property: endOfSupport, value: '2032-05-12'     | END_OF_SUPPORT 2032-05-12T00:00:00Z",
        "property: el, value: someday                    | END_OF_LIFE not",
        "property: timeOfAvailability, value: '09:00-08:00' | CUSTOM not"
      })
  void aServiceLevelIsACommitment(String level, String commitment) {
    assertThat(Commitments.of(contract(List.of(level), List.of())))
        .singleElement()
        .extracting(CommitmentsTest::spoken)
        .isEqualTo(commitment);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "metric: nullValues, mustBeLessThan: 1, unit: percent | COMPLETENESS at least 0 and less than 1 percent",
        "metric: nullValues, mustBe: 0                   | COMPLETENESS exactly 0 rows",
        "metric: missingValues, mustBeLessThan: 5, arguments: {missingValues: ['N/A']} | COMPLETENESS at least 0 and at most 4 rows",
        "metric: invalidValues, mustBeLessOrEqualTo: 2, unit: '%', arguments: {pattern: a} | VALIDITY at least 0 and at most 2 percent",
        "metric: invalidValues, mustBe: 0, dimension: accuracy, arguments: {validValues: [a]} | ACCURACY exactly 0 rows",
        "metric: duplicateValues, mustBe: 0              | UNIQUENESS exactly 0 rows",
        "metric: rowCount, mustBeBetween: [100, 120]     | ROW_COUNT at least 101 and at most 119 rows",
        "metric: rowCount, mustNotBeBetween: [5, 9]      | ROW_COUNT at least 0 and at most 5, or at least 9 rows",
        "metric: rowCount, mustNotBe: 0                  | ROW_COUNT at least 1 rows",
        "metric: rowCount, mustBe: abc                   | ROW_COUNT not",
        "metric: rowCount, mustBe: -1                    | ROW_COUNT not",
        "metric: rowCount, mustBe: 5, unit: hours        | ROW_COUNT not",
        "type: sql, query: SELECT 1, mustBeLessThan: 5   | CUSTOM less than 5",
        "type: sql, query: SELECT 1, mustBeGreaterThan: 99, dimension: accuracy, unit: percent | ACCURACY more than 99 and at most 100 percent",
        "type: custom, engine: soda, implementation: a   | CUSTOM not",
        "type: text, description: All is well            | CUSTOM not",
        "description: Only words                         | CUSTOM not"
      })
  void aQualityRuleIsACommitment(String rule, String commitment) {
    assertThat(Commitments.of(contract(List.of(), List.of(rule))))
        .singleElement()
        .satisfies(found -> {
          assertThat(spoken(found)).isEqualTo(commitment);
          assertThat(found.element()).isEqualTo("orders.total");
        });
  }

  @Property(tries = 300)
  void everyPromiseIsThereExactlyOnce(
      @ForAll("levels") List<String> levels, @ForAll("rules") List<String> rules) {
    List<Commitment> commitments = Commitments.of(contract(levels, rules));

    assertThat(commitments).hasSize(levels.size() + rules.size());
    assertThat(commitments.stream().map(found -> found.at().path())).doesNotHaveDuplicates();
    commitments.forEach(found -> assertThat(found.description()).isNotBlank());
    commitments.forEach(CommitmentsTest::spoken);
  }

  @Provide
  Arbitrary<List<String>> levels() {
    Arbitrary<String> names =
        Arbitraries.of("latency", "AV", "retention", "el", "throughput", "mood", "Freshness", "er");
    Arbitrary<String> values =
        Arbitraries.of(
            "4", "99.9", "'95%'", "P1Y", "-1", "'2030-01-01'", "x y", "true", "null", "1e9");
    Arbitrary<String> units = Arbitraries.of("h", "percent", "'%'", "rows/s", "parsec", "''");
    return names
        .flatMap(name ->
            values.flatMap(value ->
                units.map(unit -> "property: " + name + ", value: " + value + ", unit: " + unit)))
        .list()
        .ofMaxSize(8);
  }

  @Provide
  Arbitrary<List<String>> rules() {
    Arbitrary<String> kinds =
        Arbitraries.of(
            "metric: nullValues",
            "metric: rowCount",
            "metric: invalidValues",
            "type: sql, query: SELECT 1");
    Arbitrary<String> operators =
        Arbitraries.of(
            "mustBe: 0",
            "mustBe: abc",
            "mustNotBe: 7",
            "mustBeBetween: [1, 5]",
            "mustNotBeBetween: [1, 5]",
            "mustBeGreaterThan: -3",
            "mustBeLessThan: 0.5",
            "mustBeLessOrEqualTo: 1e30");
    Arbitrary<String> units = Arbitraries.of("", ", unit: percent", ", unit: rows", ", unit: mood");
    return Arbitraries.oneOf(
            kinds.flatMap(kind ->
                operators.flatMap(operator -> units.map(unit -> kind + ", " + operator + unit))),
            Arbitraries.of(
                "type: text, description: words",
                "type: custom, engine: e, implementation: {a: b}",
                "description: words"))
        .list()
        .ofMaxSize(8);
  }
}
