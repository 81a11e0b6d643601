package io.concordat.contract.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.concordat.contract.odcs.OdcsContract;
import io.concordat.contract.odcs.OdcsReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Edits that say the same in other words. */
class NoChangeTest {

  private static final Path EXAMPLES =
      Path.of(
          System.getProperty("user.dir"), "..", "..", "shared", "standards", "odcs", "examples");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "logicalType: string        | logicalType: string, required: false",
        "logicalType: string        | logicalType: string, unique: false, primaryKey: false",
        "logicalType: string        | logicalType: string, primaryKeyPosition: -1",
        "logicalType: string        | logicalType: string, partitioned: false, partitionKeyPosition: -1",
        "logicalType: string        | logicalType: string, physicalName: total",
        "logicalType: string        | logicalType: string, tags: []",
        "primaryKey: true           | primaryKey: true, primaryKeyPosition: 1",
        "tags: [a, b]               | tags: [b, a]",
        "examples: [1, 2]           | examples: [2, 1]",
        "logicalType: string        | logicalType: string, logicalTypeOptions: {minLength: 0}",
        "logicalType: integer, logicalTypeOptions: {minimum: 5} | logicalType: integer, logicalTypeOptions: {exclusiveMinimum: 4}",
        "logicalType: number, logicalTypeOptions: {maximum: 10} | logicalType: number, logicalTypeOptions: {maximum: 10.0}",
        "logicalType: timestamp     | logicalType: timestamp, logicalTypeOptions: {defaultTimezone: Etc/UTC}",
        "logicalType: object        | logicalType: object, logicalTypeOptions: {}",
        "quality: [{metric: nullValues, mustBe: 0}] | quality: [{type: library, metric: nullValues, mustBe: 0}]",
        "quality: [{metric: nullValues, mustBe: 0}] | quality: [{metric: nullValues, mustBeLessOrEqualTo: 0, unit: percent}]",
        "quality: [{metric: nullValues, mustBeLessThan: 0.5, unit: percent}] | quality: [{metric: nullValues, mustBeLessThan: 0.50, unit: '%'}]",
        "quality: [{metric: rowCount, mustBeGreaterThan: 0}] | quality: [{metric: rowCount, mustBeGreaterOrEqualTo: 1, unit: rows}]",
        "quality: [{metric: invalidValues, mustBe: 0, arguments: {validValues: [a, b]}}] | quality: [{metric: invalidValues, mustBe: 0, arguments: {validValues: [b, a]}}]",
        "relationships: [{to: customers.id}] | relationships: [{type: foreignKey, to: customers.id}]",
        "customProperties: [{property: a, value: 1}, {property: b, value: 2}] | customProperties: [{property: b, value: 2}, {property: a, value: 1}]"
      })
  void aFieldSaysTheSame(String one, String other) {
    OdcsContract before = Snippets.field(one);
    OdcsContract after = Snippets.field(other);
    assertThat(Comparison.of(before, after).changes()).isEmpty();
    assertThat(Comparison.of(after, before).changes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "property: latency, value: 24, unit: h       | property: Latency, value: 1, unit: d",
        "property: ly, value: 4, unit: hours         | property: freshness, value: '4', unit: h",
        "property: latency, value: PT25H             | property: latency, value: 25h",
        "property: latency, value: 500ms             | property: latency, value: 0.5, unit: s",
        "property: availability, value: 99.9%        | property: AV, value: 99.90, unit: percent",
        "property: availability, value: 95%, unit: '%' | property: availability, value: 95",
        "property: retention, value: P1Y             | property: retention, value: 1, unit: yr",
        "property: frequency, value: daily           | property: fy, value: 1, unit: d",
        "property: endOfLife, value: '2030-01-01T00:00:00Z' | property: el, value: '2030-01-01'",
        "property: latency, value: 1, unit: d, element: 'a.b, c.d' | property: latency, value: 1, unit: d, element: 'c.d,a.b'"
      })
  void aServiceLevelSaysTheSame(String one, String other) {
    OdcsContract before = Snippets.levels("{" + one + "}");
    OdcsContract after = Snippets.levels("{" + other + "}");
    assertThat(Comparison.of(before, after).changes()).isEmpty();
    assertThat(Comparison.of(after, before).changes()).isEmpty();
  }

  @Test
  void aTeamIsAListOrAMapping() {
    assertThat(
            Snippets.told(
                Snippets.root("# 3.0\nteam: [{username: a, role: owner}]"),
                Snippets.root("# 3.0\nteam: {members: [{username: a, role: owner}]}")))
        .isEmpty();
  }

  @Test
  void theStandardElementOfServiceLevelsIsTheirOwn() {
    assertThat(
            Snippets.told(
                Snippets.root(
                    "slaDefaultElement: a.b\nslaProperties: [{property: latency, value: 1, unit: d}]"),
                Snippets.root(
                    "slaProperties: [{property: latency, value: 1, unit: d, element: a.b}]")))
        .isEmpty();
  }

  @Test
  void anEarlierEditionSaysTheSameInItsOwnWords() {
    String old =
        "# 3.0\nschema: [{name: orders, properties: [{name: total, logicalType: number,"
            + " logicalTypeOptions: {minimum: 5, exclusiveMinimum: true},"
            + " quality: [{type: library, rule: nullValues, mustBe: 0}]}]}]";
    String young =
        "schema: [{name: orders, properties: [{name: total, logicalType: number,"
            + " logicalTypeOptions: {exclusiveMinimum: 5},"
            + " quality: [{metric: nullValues, mustBe: 0}]}]}]";
    assertThat(Snippets.told(Snippets.root(old), Snippets.root(young)))
        .containsExactly("standard-changed");
  }

  @Test
  void aRelationshipOfOneFieldIsTheSameAtItsObject() {
    assertThat(
            Snippets.told(
                Snippets.objects(
                    "{name: orders, properties: [{name: c, relationships: [{to: people.id}]}]}"),
                Snippets.objects(
                    "{name: orders, properties: [{name: c}], relationships: [{type: foreignKey,"
                        + " from: [orders.c], to: [people.id]}]}")))
        .isEmpty();
  }

  @Test
  void theOrderOfElementsIsNoChange() {
    assertThat(
            Snippets.told(
                Snippets.objects("{name: a, properties: [{name: x}, {name: y}]}", "{name: b}"),
                Snippets.objects("{name: b}", "{name: a, properties: [{name: y}, {name: x}]}")))
        .isEmpty();
  }

  @Test
  void everyPublishedExampleIsTheSameAsItself() throws IOException {
    assumeTrue(Files.isDirectory(EXAMPLES), "skipped: the standard's examples are not beside");
    List<Path> files;
    try (Stream<Path> found = Files.walk(EXAMPLES)) {
      files = found.filter(file -> file.toString().endsWith(".yaml")).toList();
    }
    int compared = 0;
    for (Path file : files) {
      String text = Files.readString(file);
      OdcsContract one = OdcsReader.read(text).contract();
      OdcsContract other = OdcsReader.read(text).contract();
      if (one != null && other != null) {
        compared++;
        assertThat(Comparison.of(one, other).changes()).as(file.toString()).isEmpty();
      }
    }
    assertThat(compared).isPositive();
  }
}
