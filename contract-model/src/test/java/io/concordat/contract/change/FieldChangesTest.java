package io.concordat.contract.change;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldChangesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // nullability, both ways
        "required: true                  | ''                               | required-withdrawn",
        "required: true                  | required: false                  | required-withdrawn",
        "required: false                 | required: true                   | required-promised",
        "unique: true                    | ''                               | unique-withdrawn",
        "''                              | unique: true                     | unique-promised",
        // logical types
        "logicalType: integer            | logicalType: number              | type-widened",
        "logicalType: number             | logicalType: integer             | type-narrowed",
        "logicalType: date               | logicalType: timestamp           | type-changed",
        "logicalType: timestamp          | logicalType: date                | type-changed",
        "logicalType: string             | logicalType: integer             | type-changed",
        "''                              | logicalType: string              | type-added",
        "logicalType: string             | ''                               | type-removed",
        // physical types
        "physicalType: varchar(18)       | physicalType: varchar(40)        | physical-type-widened",
        "physicalType: varchar(40)       | physicalType: varchar(18)        | physical-type-narrowed",
        "physicalType: varchar(18)       | physicalType: text               | physical-type-widened",
        "physicalType: varchar(max)      | physicalType: varchar(20)        | physical-type-narrowed",
        "physicalType: int               | physicalType: bigint             | physical-type-widened",
        "physicalType: bigint            | physicalType: int                | physical-type-narrowed",
        "physicalType: 'numeric(10,2)'   | physicalType: 'numeric(12,2)'    | physical-type-widened",
        "physicalType: 'numeric(10,2)'   | physicalType: 'numeric(10,4)'    | physical-type-changed",
        "physicalType: 'numeric(10,2)'   | physicalType: numeric            | physical-type-changed",
        "physicalType: 'decimal(10, 2)'  | physicalType: 'NUMERIC(10,2)'    | physical-type-respelled",
        "physicalType: VARCHAR(18)       | physicalType: character varying(18) | physical-type-respelled",
        "physicalType: int               | physicalType: varchar(10)        | physical-type-changed",
        "physicalType: char(2)           | physicalType: char(3)            | physical-type-changed",
        "physicalType: timestamp with time zone | physicalType: timestamp   | physical-type-changed",
        "physicalType: hllsketch         | physicalType: json               | physical-type-changed",
        "''                              | physicalType: int                | physical-type-added",
        "physicalType: int               | ''                               | physical-type-removed",
        // meaning
        "classification: internal        | classification: confidential     | classification-raised",
        "classification: restricted      | classification: public           | classification-lowered",
        "classification: Internal        | classification: secret           | classification-changed",
        "classification: '1'             | classification: '2'              | classification-changed",
        "''                              | classification: internal         | classification-added",
        "''                              | classification: restricted       | classification-raised",
        "classification: public          | ''                               | classification-removed",
        "''                              | encryptedName: total_enc         | encryption-added",
        "encryptedName: total_enc        | ''                               | encryption-changed",
        "physicalName: TOTAL             | physicalName: TTL                | physical-name-changed",
        "''                              | physicalName: TTL                | physical-name-changed",
        // words
        "description: a                  | description: b                   | description-changed",
        "businessName: a                 | businessName: b                  | description-changed",
        "''                              | tags: [a]                        | tags-changed",
        "examples: [1]                   | examples: [1, 2]                 | examples-changed",
        "criticalDataElement: true       | ''                               | criticality-changed",
        "transformLogic: a + b           | transformLogic: a - b            | lineage-changed",
        "''                              | transformSourceObjects: ['a#b.c'] | lineage-changed",
        "id: a                           | id: b                            | stable-id-changed",
        "''  | 'authoritativeDefinitions: [{url: u, type: t}]' | definitions-changed"
      })
  void aFieldSaysSomethingElse(String before, String after, String rule) {
    assertThat(Snippets.told(Snippets.field(plain(before)), Snippets.field(plain(after))))
        .containsExactly(rule + " orders.total");
  }

  /** Blanks and quotes that only serve the table. */
  private static String plain(String cell) {
    boolean quoted = cell.startsWith("'") && cell.endsWith("'");
    return quoted ? cell.substring(1, cell.length() - 1) : cell;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "string  | maxLength: 18            | maxLength: 40            | length-widened",
        "string  | maxLength: 40            | maxLength: 18            | length-narrowed",
        "string  | maxLength: 40            |                          | length-widened",
        "string  |                          | maxLength: 40            | length-narrowed",
        "string  | minLength: 3             | minLength: 2             | length-widened",
        "string  | minLength: 3             | minLength: 0             | length-widened",
        "string  |                          | minLength: 1             | length-narrowed",
        "string  | pattern: '[a-z]+'        | pattern: '[a-z0-9]+'     | pattern-changed",
        "string  | pattern: '[a-z]+'        |                          | pattern-removed",
        "string  |                          | pattern: '[a-z]+'        | pattern-added",
        "string  | format: uuid             | format: email            | format-changed",
        "string  | format: uuid             |                          | format-removed",
        "string  |                          | format: uuid             | format-added",
        "integer | format: i32              | format: i64              | format-widened",
        "integer | format: i64              | format: i32              | format-narrowed",
        "integer | format: u32              | format: i64              | format-widened",
        "integer | format: i64              | format: u32              | format-narrowed",
        "integer | format: u32              | format: i32              | format-widened",
        "number  | format: f32              | format: f64              | format-widened",
        "integer | maximum: 10              | maximum: 20              | range-widened",
        "integer | maximum: 20              | maximum: 10              | range-narrowed",
        "integer | maximum: 20              |                          | range-widened",
        "integer |                          | maximum: 20              | range-narrowed",
        "integer | minimum: 10              | minimum: 5               | range-widened",
        "integer | minimum: 10              | exclusiveMinimum: 10     | range-narrowed",
        "number  | exclusiveMinimum: 10     | minimum: 10              | range-widened",
        "number  | exclusiveMaximum: 1      | maximum: 1               | range-widened",
        "number  | multipleOf: 10           | multipleOf: 5            | step-widened",
        "number  | multipleOf: 5            | multipleOf: 10           | step-narrowed",
        "number  | multipleOf: 5            | multipleOf: 7            | step-widened",
        "number  |                          | multipleOf: 0.01         | step-narrowed",
        "date    | minimum: '2020-01-01'    | minimum: '2019-01-01'    | range-widened",
        "date    | maximum: '2030-01-01'    | maximum: '2029-01-01'    | range-narrowed",
        "date    | maximum: '2030-01-01'    | maximum: next year       | range-changed",
        "date    | format: yyyy-MM-dd       | format: dd.MM.yyyy       | format-changed",
        "timestamp | timezone: true         | timezone: false          | time-zone-changed",
        "timestamp |                        | defaultTimezone: Europe/Paris | time-zone-changed",
        "array   | maxItems: 3              | maxItems: 4              | size-widened",
        "array   | minItems: 1              |                          | size-widened",
        "array   | uniqueItems: true        | uniqueItems: false       | unique-withdrawn",
        "object  | required: [a, b]         | required: [a]            | required-withdrawn",
        "object  | required: [a]            | required: [b, a]         | required-promised"
      })
  void anOptionOfATypeIsDifferent(String type, String before, String after, String rule) {
    assertThat(
            Snippets.told(
                Snippets.field(option(type, before)), Snippets.field(option(type, after))))
        .containsExactly(rule + " orders.total");
  }

  private static String option(String type, String option) {
    return "logicalType: "
        + type
        + (option == null ? "" : ", logicalTypeOptions: {" + option + "}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "A, B    | A, B, C | values-added",
        "A, B, C | A, B    | values-removed",
        "A, B    | A, C    | values-added",
        "A       |         | values-opened",
        "        | A       | values-listed"
      })
  void aListOfValuesIsToldInTwoPlaces(String before, String after, String rule) {
    assertThat(Snippets.told(Snippets.field(custom(before)), Snippets.field(custom(after))))
        .containsExactly(rule + " orders.total");
    assertThat(Snippets.told(Snippets.field(custom(before)), Snippets.field(ruled(after))))
        .contains(rule + " orders.total");
    if (before != null && after != null) {
      assertThat(Snippets.told(Snippets.field(ruled(before)), Snippets.field(ruled(after))))
          .containsExactly(rule + " orders.total");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'Berlin, Germany'       | 'Berlin', 'Germany'     | values-added",
        "'Berlin', 'Germany'     | 'Berlin, Germany'       | values-added",
        "'a\", \"b'              | 'a', 'b'                | values-added"
      })
  void valuesThatHoldCommasAndQuotesAreNotTakenForSeveral(
      String before, String after, String rule) {
    assertThat(Snippets.told(Snippets.field(ruled(before)), Snippets.field(ruled(after))))
        .containsExactly(rule + " orders.total");
  }

  @Test
  void requiredNamesThatHoldCommasAreNotTakenForSeveral() {
    String said = "logicalType: object, logicalTypeOptions: {required: [%s]}";

    assertThat(
            Snippets.told(
                Snippets.field(said.formatted("'a, b'")), Snippets.field(said.formatted("a, b"))))
        .isNotEmpty();
  }

  @Test
  void customValuesThatHoldQuotesAreNotTakenForSeveral() {
    String said = "customProperties: [{property: notes, value: %s}]";

    assertThat(
            Snippets.told(
                Snippets.field(said.formatted("['a\",\"b']")),
                Snippets.field(said.formatted("[a, b]"))))
        .containsExactly("custom-property-changed orders.total");
  }

  private static String custom(String values) {
    return values == null ? "" : "customProperties: [{property: enum, value: [" + values + "]}]";
  }

  private static String ruled(String values) {
    return values == null
        ? ""
        : "quality: [{metric: invalidValues, mustBe: 0, arguments: {validValues: ["
            + values
            + "]}}]";
  }

  @Test
  void theSemanticTypeIsWhatValuesMean() {
    var amount = Snippets.field("customProperties: [{property: semanticType, value: net-amount}]");
    var gross = Snippets.field("customProperties: [{property: semanticType, value: gross-amount}]");
    var none = Snippets.field("");
    assertThat(Snippets.told(amount, gross)).containsExactly("semantic-type-changed orders.total");
    assertThat(Snippets.told(amount, none)).containsExactly("semantic-type-removed orders.total");
    assertThat(Snippets.told(none, amount)).containsExactly("semantic-type-added orders.total");
  }

  @Test
  void whatIsNotKnownIsTold() {
    var before = Snippets.field("customProperties: [{property: colour, value: red}]");
    var after = Snippets.field("customProperties: [{property: colour, value: blue}]");
    assertThat(Snippets.told(before, after))
        .containsExactly("custom-property-changed orders.total");
  }

  @Test
  void aFieldIsAddedOrRemoved() {
    var one = Snippets.fields("{name: a}");
    var two = Snippets.fields("{name: a}", "{name: b, required: true}");
    assertThat(Snippets.told(one, two)).containsExactly("field-added orders.b");
    assertThat(Snippets.told(two, one)).containsExactly("field-removed orders.b");
  }

  @Test
  void aRenamedFieldIsFoundByItsIdOrItsPhysicalName() {
    assertThat(
            Snippets.told(
                Snippets.fields("{name: txn_ref_dt, id: f1, logicalType: date}"),
                Snippets.fields("{name: transaction_reference_date, id: f1, logicalType: date}")))
        .containsExactly("field-renamed orders.txn_ref_dt");
    assertThat(
            Snippets.told(
                Snippets.fields("{name: txn_ref_dt, physicalName: TRD}"),
                Snippets.fields("{name: transaction_reference_date, physicalName: TRD}")))
        .containsExactly("field-renamed orders.txn_ref_dt");
    assertThat(
            Snippets.told(
                Snippets.fields("{name: txn_ref_dt}"),
                Snippets.fields("{name: transaction_reference_date, physicalName: txn_ref_dt}")))
        .containsExactly("field-renamed orders.txn_ref_dt");
    assertThat(
            Snippets.told(
                Snippets.fields("{name: txn_ref_dt}"),
                Snippets.fields("{name: transaction_reference_date}")))
        .containsExactly(
            "field-removed orders.txn_ref_dt", "field-added orders.transaction_reference_date");
  }

  @Test
  void idsThatChangePlacesAreNoRename() {
    assertThat(
            Snippets.told(
                Snippets.fields("{name: a, id: f1}", "{name: b, id: f2}"),
                Snippets.fields("{name: a, id: f2}", "{name: b, id: f1}")))
        .contains("stable-id-moved orders.a", "stable-id-moved orders.b");
    assertThat(
            Snippets.told(
                Snippets.fields("{name: a, id: f1}", "{name: b, id: f2}"),
                Snippets.fields("{name: a, id: g1}", "{name: b, id: g2}")))
        .containsExactly("stable-id-changed orders.a", "stable-id-changed orders.b");
  }

  @Test
  void whatIsNestedIsNamedAsReadersDo() {
    String inner =
        "{name: lines, logicalType: array, items: {logicalType: object, properties: [%s]}}";
    assertThat(
            Snippets.told(
                Snippets.fields(inner.formatted("{name: sku, required: true}, {name: qty}")),
                Snippets.fields(inner.formatted("{name: sku}"))))
        .containsExactlyInAnyOrder(
            "required-withdrawn orders.lines[].sku", "field-removed orders.lines[].qty");
    assertThat(
            Snippets.told(
                Snippets.fields("{name: tags, logicalType: array, items: {logicalType: integer}}"),
                Snippets.fields("{name: tags, logicalType: array, items: {logicalType: number}}")))
        .containsExactly("type-widened orders.tags[]");
    assertThat(
            Snippets.told(
                Snippets.fields("{name: tags, logicalType: array, items: {logicalType: integer}}"),
                Snippets.fields("{name: tags, logicalType: array}")))
        .containsExactly("field-removed orders.tags[]");
  }

  @Test
  void keysAreTheObjects() {
    var none = Snippets.fields("{name: a}", "{name: b}");
    var a = Snippets.fields("{name: a, primaryKey: true}", "{name: b}");
    var b = Snippets.fields("{name: a}", "{name: b, primaryKey: true}");
    var both = Snippets.fields("{name: a, primaryKey: true}", "{name: b, primaryKey: true}");
    assertThat(Snippets.told(none, a)).containsExactly("key-added orders");
    assertThat(Snippets.told(a, none)).containsExactly("key-removed orders");
    assertThat(Snippets.told(a, b)).containsExactly("key-changed orders");
    assertThat(Snippets.told(a, both)).containsExactly("key-changed orders");
    assertThat(Snippets.told(both, a)).containsExactly("key-narrowed orders");
    var ordered =
        Snippets.fields(
            "{name: a, primaryKey: true, primaryKeyPosition: 1}",
            "{name: b, primaryKey: true, primaryKeyPosition: 2}");
    var reversed =
        Snippets.fields(
            "{name: a, primaryKey: true, primaryKeyPosition: 2}",
            "{name: b, primaryKey: true, primaryKeyPosition: 1}");
    assertThat(Snippets.told(ordered, reversed)).containsExactly("key-changed orders");
    assertThat(Snippets.told(ordered, both)).isEmpty();
  }

  @Test
  void aRenameLeavesTheKeyAsItIs() {
    assertThat(
            Snippets.told(
                Snippets.fields(
                    "{name: a, id: f1, primaryKey: true}", "{name: b, primaryKey: true}"),
                Snippets.fields(
                    "{name: z, id: f1, primaryKey: true}", "{name: b, primaryKey: true}")))
        .containsExactly("field-renamed orders.a");
    assertThat(
            Snippets.told(
                Snippets.fields("{name: a, primaryKey: true}", "{name: b, primaryKey: true}"),
                Snippets.fields("{name: c, primaryKey: true}", "{name: b, primaryKey: true}")))
        .contains("key-changed orders", "field-removed orders.a");
  }

  @Test
  void partitionsAreWherePathsLead() {
    var none = Snippets.fields("{name: a}", "{name: b}");
    var a = Snippets.fields("{name: a, partitioned: true}", "{name: b}");
    var both =
        Snippets.fields(
            "{name: a, partitioned: true, partitionKeyPosition: 1}",
            "{name: b, partitioned: true, partitionKeyPosition: 2}");
    var reversed =
        Snippets.fields(
            "{name: a, partitioned: true, partitionKeyPosition: 2}",
            "{name: b, partitioned: true, partitionKeyPosition: 1}");
    assertThat(Snippets.told(none, a)).containsExactly("partition-added orders");
    assertThat(Snippets.told(a, none)).containsExactly("partition-removed orders");
    assertThat(Snippets.told(a, both)).containsExactly("partition-changed orders");
    assertThat(Snippets.told(both, a)).containsExactly("partition-changed orders");
    assertThat(Snippets.told(both, reversed)).containsExactly("partition-changed orders");
  }

  @Test
  void objectsComeGoAndAreRenamed() {
    var orders = Snippets.objects("{name: orders, physicalType: table, properties: [{name: a}]}");
    assertThat(Snippets.told(orders, Snippets.root(""))).containsExactly("object-removed orders");
    assertThat(Snippets.told(Snippets.root(""), orders)).containsExactly("object-added orders");
    assertThat(
            Snippets.told(
                Snippets.objects("{name: orders, physicalName: ord}"),
                Snippets.objects("{name: sales, physicalName: ord}")))
        .containsExactly("object-renamed orders");
    assertThat(
            Snippets.told(
                orders,
                Snippets.objects("{name: orders, physicalType: VIEW, properties: [{name: a}]}")))
        .containsExactly("table-or-view orders");
    assertThat(
            Snippets.told(
                orders,
                Snippets.objects("{name: orders, physicalType: topic, properties: [{name: a}]}")))
        .containsExactly("physical-kind-changed orders");
  }

  @Test
  void relationshipsAreJoins() {
    var to = Snippets.fields("{name: customer, relationships: [{to: customers.id}]}");
    var other = Snippets.fields("{name: customer, relationships: [{to: people.id}]}");
    var none = Snippets.fields("{name: customer}");
    assertThat(Snippets.told(to, none)).containsExactly("relationship-removed orders.customer");
    assertThat(Snippets.told(none, to)).containsExactly("relationship-added orders.customer");
    assertThat(Snippets.told(to, other))
        .containsExactly(
            "relationship-removed orders.customer", "relationship-added orders.customer");
  }
}
