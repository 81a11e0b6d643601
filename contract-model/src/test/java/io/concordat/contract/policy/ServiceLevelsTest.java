package io.concordat.contract.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.contract.ExampleContract;
import io.concordat.contract.commitment.ServiceLevels;
import io.concordat.contract.odcs.OdcsReader;
import io.concordat.contract.odcs.QualityRule;
import io.concordat.contract.odcs.SlaProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceLevelsTest {

  private static SlaProperty sla(String property, String value, String unit) {
    String document =
        ExampleContract.with(
            "property: latency\n    value: 4\n    unit: h",
            "property: " + property + "\n    value: " + value + "\n    unit: " + unit);
    return OdcsReader.read(document).contract().slaProperties().getFirst();
  }

  @ParameterizedTest
  @CsvSource({
    "4, h, 14400",
    "4, hours, 14400",
    "24, hr, 86400",
    "1.5, d, 129600",
    "2, days, 172800",
    "3, y, 94608000",
    "1, yr, 31536000",
    "6, months, 15552000",
    "90, min, 5400",
    "250, ms, 0.25",
    "'''25h''', '', 90000",
    "500ms, '', 0.5",
    "P1Y, '', 31536000",
    "PT90M, '', 5400",
    "P2W, '', 1209600",
    "'\"4\"', h, 14400",
    "1, week, 604800",
    "4, '', ",
    "daily, '', ",
    "99.9, percent, ",
    "P99999999999Y, '', ",
    "'-4', h, -14400",
    "4, parsec, ",
    "Available 24/7, '', "
  })
  void readsSpansOfTime(String value, String unit, Double seconds) {
    assertThat(ServiceLevels.seconds(sla("latency", value, "'" + unit + "'"))).isEqualTo(seconds);
  }

  @ParameterizedTest
  @CsvSource({
    "99.5, percent, 99.5",
    "99.5, '%', 99.5",
    "99.9%, '', 99.9",
    "95%, '%', 95",
    "99.9, h, ",
    "4h, '', ",
    "high, '', "
  })
  void readsPercentages(String value, String unit, Double percent) {
    assertThat(ServiceLevels.percent(sla("availability", value, "'" + unit + "'")))
        .isEqualTo(percent);
  }

  @ParameterizedTest
  @CsvSource({
    "latency, latency",
    "Latency, latency",
    "ly, latency",
    "freshness, latency",
    "AV, availability",
    "ENDOFLIFE, endOfLife",
    "timeOfAvailability, timeOfAvailability"
  })
  void knowsTheStandardsNames(String written, String name) {
    assertThat(ServiceLevels.property(sla(written, "1", "h"))).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "metric: nullValues, mustBeLessThan: 1, percent, 1",
    "metric: nullValues, mustBeLessOrEqualTo: 2.5, '%', 2.5",
    "metric: missingValues, mustBe: 0, rows, 0",
    "metric: nullValues, mustBeLessThan: 10, rows, ",
    "metric: nullValues, 'mustBeBetween: [0, 3]', percent, 3",
    "metric: nullValues, mustBeGreaterThan: 1, percent, ",
    "metric: rowCount, mustBe: 0, rows, ",
    "'type: sql\n            query: SELECT 1', mustBe: 0, percent, "
  })
  void readsWhatARuleTolerates(String kind, String operator, String unit, Double tolerance) {
    String document =
        ExampleContract.with(
            "metric: nullValues\n            mustBeLessThan: 1\n            unit: percent",
            kind + "\n            " + operator + "\n            unit: '" + unit + "'");
    QualityRule rule =
        OdcsReader.read(document)
            .contract()
            .objects()
            .getFirst()
            .properties()
            .getFirst()
            .quality()
            .getFirst();
    assertThat(Tolerance.of(rule)).isEqualTo(tolerance);
  }
}
