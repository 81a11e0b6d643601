package io.concordat.contract.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.contract.odcs.OdcsContract;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromiseChangesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "latency, value: 4, unit: h           | latency, value: 6, unit: h            | sla-weakened",
        "latency, value: 1, unit: d           | latency, value: 4, unit: hours        | sla-strengthened",
        "freshness, value: PT30M              | ly, value: 45, unit: minutes          | sla-weakened",
        "frequency, value: daily              | frequency, value: 2, unit: d          | sla-weakened",
        "availability, value: 99.9, unit: '%' | availability, value: 99.5%            | sla-weakened",
        "av, value: 99                        | availability, value: 99.9, unit: percent | sla-strengthened",
        "retention, value: 3, unit: y         | retention, value: P1Y                 | sla-weakened",
        "retention, value: 1, unit: y         | retention, value: 400, unit: d        | sla-strengthened",
        "errorRate, value: 0.1, unit: percent | er, value: 1, unit: '%'               | sla-weakened",
        "timeToRepair, value: 25h             | tr, value: 24, unit: h                | sla-strengthened",
        "throughput, value: 500, unit: rows/s | th, value: 400, unit: rows/s          | sla-weakened",
        "throughput, value: 500, unit: rows/s | th, value: 400, unit: rows/min        | sla-changed",
        "latency, value: 4, unit: h           | latency, value: soon                  | sla-changed",
        "timeOfAvailability, value: '09:00-08:00' | timeOfAvailability, value: '10:00-08:00' | sla-changed",
        "endOfLife, value: '2030-01-01'       | el, value: '2029-12-31'               | end-earlier",
        "endOfSupport, value: '2030-01-01'    | es, value: '2031-01-01T00:00:00Z'     | end-later",
        "ga, value: '2026-01-01'              | generalAvailability, value: '2026-02-01' | sla-weakened",
        "latency, value: 4, unit: h, description: a | latency, value: 4, unit: h, description: b | sla-note"
      })
  void aServiceLevelIsDifferent(String before, String after, String rule) {
    assertThat(Snippets.told(Snippets.levels(level(before)), Snippets.levels(level(after))))
        .containsExactly(rule);
  }

  private static String level(String written) {
    return "{property: " + written + "}";
  }

  @Test
  void serviceLevelsComeAndGo() {
    var none = Snippets.levels();
    var level = Snippets.levels("{property: latency, value: 4, unit: h}");
    var end = Snippets.levels("{property: endOfLife, value: '2030-01-01'}");
    assertThat(Snippets.told(none, level)).containsExactly("sla-added");
    assertThat(Snippets.told(level, none)).containsExactly("sla-removed");
    assertThat(Snippets.told(none, end)).containsExactly("end-set");
    assertThat(Snippets.told(end, none)).containsExactly("end-lifted");
  }

  @Test
  void aPropertyIsNoKeyButPropertyElementAndDriverAre() {
    String regulatory = "{property: latency, value: 4, unit: h, driver: regulatory, element: a.b}";
    String analytics = "{property: latency, value: 8, unit: h, driver: analytics, element: a.b}";
    String weaker = "{property: latency, value: 9, unit: h, driver: analytics, element: a.b}";
    assertThat(
            Snippets.told(
                Snippets.levels(regulatory, analytics), Snippets.levels(weaker, regulatory)))
        .containsExactly("sla-weakened a.b");
    assertThat(Snippets.told(Snippets.levels(regulatory, analytics), Snippets.levels(analytics)))
        .containsExactly("sla-removed a.b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "metric: nullValues, mustBeLessThan: 1, unit: percent | metric: nullValues, mustBeLessThan: 5, unit: percent | rule-weakened",
        "metric: nullValues, mustBeLessThan: 5, unit: percent | metric: nullValues, mustBeLessOrEqualTo: 1, unit: '%' | rule-strengthened",
        "metric: nullValues, mustBeLessThan: 5, unit: percent | metric: nullValues, mustBeLessThan: 5, unit: rows | rule-changed",
        "metric: nullValues, mustBe: 0, unit: rows | metric: nullValues, mustBeLessThan: 1, unit: percent | rule-weakened",
        "metric: rowCount, mustBeGreaterThan: 100 | metric: rowCount, mustBeGreaterThan: 10 | rule-weakened",
        "metric: rowCount, 'mustBeBetween': [100, 120] | metric: rowCount, 'mustBeBetween': [90, 120] | rule-weakened",
        "metric: rowCount, 'mustBeBetween': [100, 120] | metric: rowCount, 'mustBeBetween': [101, 119] | rule-strengthened",
        "metric: rowCount, 'mustBeBetween': [100, 120] | metric: rowCount, 'mustBeBetween': [110, 130] | rule-changed",
        "metric: rowCount, mustBe: 7 | metric: rowCount, mustNotBe: 8 | rule-weakened",
        "type: sql, query: SELECT 1, mustBe: 1 | type: sql, query: SELECT 2, mustBe: 1 | rule-changed",
        "type: custom, engine: soda, implementation: a | type: custom, engine: soda, implementation: b | rule-changed",
        "type: text, description: a | type: text, description: b | rule-note",
        "metric: nullValues, mustBe: 0, severity: error | metric: nullValues, mustBe: 0, severity: warning | rule-severity-lowered",
        "metric: nullValues, mustBe: 0, severity: info | metric: nullValues, mustBe: 0 | rule-severity-raised",
        "metric: nullValues, mustBe: 0 | metric: nullValues, mustBe: 0, name: no nulls | rule-note",
        "metric: nullValues, mustBe: 0 | metric: nullValues, mustBe: 0, dimension: completeness | rule-note",
        "metric: missingValues, mustBe: 0, arguments: {missingValues: [a]} | metric: missingValues, mustBe: 0, arguments: {missingValues: [b, a]} | rule-strengthened",
        "metric: missingValues, mustBe: 0, arguments: {missingValues: [a, b]} | metric: missingValues, mustBe: 0, arguments: {missingValues: [a]} | rule-weakened",
        "metric: invalidValues, mustBe: 0, arguments: {pattern: a} | metric: invalidValues, mustBe: 0, arguments: {pattern: b} | rule-changed"
      })
  void aQualityRuleIsDifferent(String before, String after, String rule) {
    assertThat(Snippets.told(Snippets.rules(rule(before)), Snippets.rules(rule(after))))
        .containsExactly(rule + " orders.total");
  }

  private static String rule(String written) {
    return "{" + written.replace("'mustBeBetween'", "mustBeBetween") + "}";
  }

  @Test
  void rulesWithoutNamesAreFoundByWhatTheySay() {
    String nulls = "{metric: nullValues, mustBeLessThan: 1, unit: percent}";
    String copies = "{metric: duplicateValues, mustBe: 0}";
    String fewer = "{metric: rowCount, mustBeLessThan: 1000}";
    String more = "{metric: rowCount, mustBeGreaterThan: 10}";
    String evenMore = "{metric: rowCount, mustBeGreaterThan: 20}";
    assertThat(
            Snippets.told(
                Snippets.rules(nulls, copies, fewer, more),
                Snippets.rules(evenMore, fewer, copies, nulls)))
        .containsExactly("rule-strengthened orders.total");
    assertThat(Snippets.told(Snippets.rules(nulls, copies), Snippets.rules(copies)))
        .containsExactly("rule-removed orders.total");
    assertThat(Snippets.told(Snippets.rules(copies), Snippets.rules(nulls, copies)))
        .containsExactly("rule-added orders.total");
  }

  @Test
  void aRuleWithAnIdIsThatRuleWhateverItSays() {
    assertThat(
            Snippets.told(
                Snippets.rules(
                    "{id: a, metric: nullValues, mustBe: 0}",
                    "{id: b, metric: rowCount, mustBe: 5}"),
                Snippets.rules(
                    "{id: b, metric: rowCount, mustBe: 6}",
                    "{id: a, metric: nullValues, mustBe: 0}")))
        .containsExactly("rule-changed orders.total");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "status: active         | status: deprecated       | status-ending",
        "status: Deprecated     | status: retired          | status-ending",
        "status: active         | status: draft            | status-withdrawn",
        "status: proposed       | status: active           | status-raised",
        "status: active         | status: current          | status-changed",
        "status: active         | status: being thought of | status-changed",
        "name: a                | name: b                  | name-changed",
        "domain: a              | domain: b                | belonging-changed",
        "tags: [a]              | tags: [a, b]             | tags-changed",
        "description: {usage: a} | description: {usage: b} | description-changed",
        "contractCreatedTs: '2026-01-01T00:00:00Z' | contractCreatedTs: '2026-01-02T00:00:00Z' | other-changed",
        "servers: [{server: p, type: local, path: a, format: csv}] | servers: [] | server-removed",
        "servers: [] | servers: [{server: p, type: local, path: a, format: csv}] | server-added",
        "servers: [{server: p, type: local, path: a, format: csv}] | servers: [{server: p, type: local, path: b, format: csv}] | server-moved",
        "servers: [{server: p, type: local, path: a, format: csv}] | servers: [{server: p, type: local, path: a, format: json}] | server-moved",
        "servers: [{server: p, type: local, path: a, format: csv}] | servers: [{server: q, type: local, path: a, format: csv}] | server-note",
        "servers: [{server: p, type: local, path: a, format: csv}] | servers: [{server: p, type: local, path: a, format: csv, description: d}] | server-note",
        "roles: [{role: reader, access: read}] | roles: [] | role-removed",
        "roles: [] | roles: [{role: reader, access: read}] | role-added",
        "roles: [{role: reader, access: read}] | roles: [{role: reader, access: none}] | role-changed",
        "roles: [{role: reader}] | roles: [{role: reader, firstLevelApprovers: a}] | role-note",
        "servers: [{server: p, type: local, path: a, format: csv, roles: [{role: reader}]}] | servers: [{server: p, type: local, path: a, format: csv}] | role-removed",
        "servers: [{server: p, type: local, path: a, format: csv}] | servers: [{server: p, type: local, path: a, format: csv, roles: [{role: reader}]}] | role-added",
        "servers: [{server: p, type: local, path: a, format: csv, roles: [{role: reader, access: read}]}] | servers: [{server: p, type: local, path: a, format: csv, roles: [{role: reader, access: none}]}] | role-changed",
        "support: [{channel: a}] | support: [] | support-removed",
        "support: [] | support: [{channel: a}] | support-added",
        "support: [{channel: a, url: 'https://a.example'}] | support: [{channel: a, url: 'https://b.example'}] | support-changed",
        "team: {members: [{username: a}]} | team: {members: [{username: b}, {username: a}]} | team-changed",
        "price: {priceAmount: 5, priceCurrency: EUR} | price: {priceAmount: 6, priceCurrency: EUR} | price-raised",
        "price: {priceAmount: 5, priceCurrency: EUR} | price: {priceAmount: 4, priceCurrency: EUR} | price-lowered",
        "price: {priceAmount: 5, priceCurrency: EUR} | price: {priceAmount: 5, priceCurrency: USD} | price-changed",
        "name: a | 'name: a\\nprice: {priceAmount: 5, priceCurrency: EUR}' | price-raised",
        "customProperties: [{property: noticePeriod, value: P90D}] | customProperties: [{property: noticePeriod, value: P60D}] | notice-shortened",
        "customProperties: [{property: noticePeriod, value: P60D}] | customProperties: [] | notice-shortened",
        "customProperties: [] | customProperties: [{property: noticePeriod, value: 45}] | notice-lengthened",
        "customProperties: [{property: a, value: [1, 2]}] | customProperties: [{property: a, value: [2, 1]}] | custom-property-changed"
      })
  void theContractSaysSomethingElse(String before, String after, String rule) {
    assertThat(Snippets.told(root(before), root(after))).containsExactly(rule);
  }

  private static OdcsContract root(String cell) {
    boolean quoted = cell.startsWith("'") && cell.endsWith("'");
    String lines = quoted ? cell.substring(1, cell.length() - 1) : cell;
    return Snippets.root(lines.replace("\\n", "\n"));
  }

  @Test
  void anotherIdIsAnotherContract() {
    var other =
        Snippets.read(
            "apiVersion: v3.1.0\nkind: DataContract\nid: shop/orders/other\nversion: 1.0.0\n"
                + "status: active\n");
    assertThat(Snippets.told(Snippets.root(""), other)).containsExactly("contract-id-changed");
  }

  @Test
  void aChangeTellsWhereWhatAndWhy() {
    var change =
        Comparison.of(
                Snippets.field("logicalType: string, logicalTypeOptions: {maxLength: 18}"),
                Snippets.field("logicalType: string, logicalTypeOptions: {maxLength: 40}"))
            .changes()
            .getFirst();
    assertThat(change.path()).isEqualTo("$.schema[0].properties[0].logicalTypeOptions.maxLength");
    assertThat(change.before()).isEqualTo("18");
    assertThat(change.after()).isEqualTo("40");
    assertThat(change.description()).isEqualTo("orders.total may have 40 characters now, was 18.");
  }

  @Test
  void breaksNameWhatTheyConcern() {
    var comparison =
        Comparison.of(
            Snippets.fields("{name: a, required: true}", "{name: b}", "{name: c}"),
            Snippets.fields("{name: a}", "{name: b, description: d}", "{name: c}"));
    AffectedElements affected = comparison.affectedElements();
    assertThat(affected.names()).containsExactly("orders.a");
    assertThat(affected.everything()).isFalse();
    var server = Snippets.root("servers: [{server: p, type: local, path: a, format: csv}]");
    assertThat(Comparison.of(server, Snippets.root("")).affectedElements())
        .isEqualTo(new AffectedElements(true, List.of()));
    assertThat(Comparison.of(Snippets.root(""), server).affectedElements())
        .isEqualTo(new AffectedElements(false, List.of()));
  }
}
