package io.concordat.contract.odcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.concordat.contract.ExampleContract;
import io.concordat.contract.SemanticVersion;
import io.concordat.contract.outline.Outlines;
import io.concordat.messages.policy.Severity;
import io.concordat.messages.policy.Violation;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OdcsReaderTest {

  /** What is replaced by what; the path, a text on the line told, a part of the message. */
  static Stream<Arguments> faults() {
    return Stream.of(
        fault("version: 1.4.0", "version: 2.10", "$.version", "version: 2.10", "three parts"),
        fault("version: 1.4.0", "version: 1.0", "$.version", "version: 1.0", "reads 1.0"),
        fault(
            "version: 1.4.0", "version: \"1.4\"", "$.version", "version: \"1.4", "not a semantic"),
        fault("version: 1.4.0", "version:", "$.version", "version:", "is empty"),
        fault("version: 1.4.0\n", "", "$", "apiVersion", "Add 'version'"),
        fault("apiVersion: v3.1.0", "apiVersion: v2.2.2", "$.apiVersion", "apiVersion", "3.0.0 to"),
        fault("apiVersion: v3.1.0", "apiVersion: 3.1", "$.apiVersion", "apiVersion", "3.0.0 to"),
        fault("kind: DataContract", "kind: DataProduct", "$.kind", "kind", "DataContract"),
        fault("id: payments/settlements/daily", "id: 17", "$.id", "id: 17", "in quotes"),
        fault("status: active", "status: ''", "$.status", "status", "blank"),
        fault("tenant: example", "tennant: x", "$.tennant", "tennant", "'tenant'?"),
        fault("tags: [payments, settlement]", "tags: payments", "$.tags", "tags", "a list"),
        fault("tags: [payments, settlement]", "tags: [1]", "$.tags[0]", "tags", "Each entry"),
        fault(
            "tags: [payments, settlement]", "quality: []", "$.quality", "quality: []", "not part"),
        fault("  purpose: One", "  purpose: [1] # One", "$.description.purpose", "purpose", "text"),
        fault(
            "  - name: settlement\n",
            "  - nam: x\n",
            "$.schema[0]",
            "- nam: x",
            "Add 'name'",
            0,
            2),
        fault(
            "      - name: amount\n",
            "      - name: currency\n",
            "$.schema[0].properties[2].name",
            "Currency of the amount",
            "already used",
            -2),
        fault(
            "logicalType: number",
            "logicalType: decimal",
            "$.schema[0].properties[1].logicalType",
            "decimal",
            "Write 'number'"),
        fault(
            "logicalType: number",
            "logicalType: numbr",
            "$.schema[0].properties[1].logicalType",
            "numbr",
            "Did you mean 'number'"),
        fault(
            "required: true",
            "required: yes",
            "$.schema[0].properties[0].required",
            "required",
            "YAML 1.2 reads it as text"),
        fault(
            "primaryKey: true",
            "logicalTypeOptions: {minimum: 1}",
            "$.schema[0].properties[0].logicalTypeOptions.minimum",
            "minimum",
            "the options of type string"),
        fault(
            "primaryKey: true",
            "items: {logicalType: string}",
            "$.schema[0].properties[0].items",
            "items",
            "a property of type string"),
        fault(
            "primaryKey: true",
            "relationships: [{to: nowhere}]",
            "$.schema[0].properties[0].relationships[0].to",
            "relationships",
            "object.property"),
        fault(
            "classification: public",
            "classification: 3",
            "$.schema[0].properties[2].classification",
            "classification: 3",
            "put it in quotes"),
        fault(
            "- metric: nullValues",
            "- metric: nulls",
            "$.schema[0].properties[0].quality[0].metric",
            "metric: nulls",
            "must be one of nullValues"),
        fault(
            "mustBeLessThan: 1\n",
            "mustBeLessThan: few\n",
            "$.schema[0].properties[0].quality[0].mustBeLessThan",
            "few",
            "must be a number"),
        fault(
            "mustBeLessThan: 1\n            unit",
            "mustBe: 0\n            mustNotBe: 1\n            unit",
            "$.schema[0].properties[0].quality[0]",
            "metric: nullValues",
            "there are mustBe, mustNotBe"),
        fault(
            "mustBeLessThan: 1\n            unit",
            "unit",
            "$.schema[0].properties[0].quality[0]",
            "metric: nullValues",
            "none is there"),
        fault(
            "metric: nullValues",
            "type: sql",
            "$.schema[0].properties[0].quality[0]",
            "type: sql",
            "Add 'query'"),
        fault(
            "dimension: completeness",
            "dimension: CP",
            "$.schema[0].properties[0].quality[0].dimension",
            "CP",
            "completeness"),
        fault(
            "    value: 4\n",
            "    amount: 4\n",
            "$.slaProperties[0]",
            "latency",
            "Add 'value'",
            0,
            2),
        fault("    value: 4\n", "    value: [4]\n", "$.slaProperties[0].value", "[4]", "single"),
        fault(
            "    - username: owner-settlements\n      role",
            "    - role",
            "$.team.members[0]",
            "role: owner",
            "Add 'username'"),
        fault("team:\n", "team: x\nprice:\n", "$.team", "team: x", "a mapping", 0, 3),
        fault("    account: example\n", "", "$.servers[0]", "- server", "Add 'account'"),
        fault("type: snowflake", "type: snow", "$.servers[0].type", "snow", "must be one of api"),
        fault(
            "    account: example\n",
            "    account: x\n    port: \"1\"\n",
            "$.servers[0].port",
            "port: ",
            "a whole number"),
        fault(
            "  - property: upstreamContracts\n    value: [payments/ledger/entries]\n",
            "  - upstreamContracts: []\n",
            "$.customProperties[0]",
            "upstreamContracts",
            "Add 'property'",
            0,
            3),
        fault(
            "customProperties:\n  - property: upstreamContracts",
            "customProperties:\n  zz: b\nx:\n  - property: upstreamContracts",
            "$.customProperties",
            "zz: b",
            "must be a list",
            0,
            2));
  }

  private static Arguments fault(
      String replaced, String by, String path, String line, String said, int... more) {
    int shift = more.length > 0 ? more[0] : 0;
    int count = more.length > 1 ? more[1] : 1;
    return Arguments.of(replaced, by, path, line, said, shift, count);
  }

  @ParameterizedTest(name = "{1} at {2}")
  @MethodSource("faults")
  void tellsEachFaultWithItsPlace(
      String replaced, String by, String path, String line, String said, int shift, int count) {
    String document = ExampleContract.with(replaced, by);
    ReadResult result = OdcsReader.read(document);
    assertThat(result.contract()).isNull();
    assertThat(result.violations()).as("%s", result.violations()).hasSize(count);
    Violation violation =
        result.violations().stream().filter(v -> v.path().equals(path)).findFirst().orElseThrow();
    assertThat(violation.policy()).isEqualTo("odcs");
    assertThat(violation.severity()).isEqualTo(Severity.ERROR);
    assertThat(violation.message()).contains(said);
    assertThat(violation.line()).isEqualTo(ExampleContract.lineOf(document, line) + shift);
  }

  @Test
  void tellsAllFaultsAtOnceInDocumentOrder() {
    String document =
        ExampleContract.with("version: 1.4.0", "version: 2.10")
            .replace("required: true", "required: NO")
            .replace("logicalType: number", "logicalType: money")
            .replace("tenant: example", "status: active");
    ReadResult result = OdcsReader.read(document);
    assertThat(result.violations())
        .extracting(Violation::policy, Violation::path)
        .containsExactly(
            tuple("odcs", "$.version"),
            tuple("yaml", "$.status"),
            tuple("odcs", "$.schema[0].properties[0].required"),
            tuple("odcs", "$.schema[0].properties[1].logicalType"));
    assertThat(result.version()).isEqualTo("2.10");
  }

  @Test
  void tellsNoMoreThanPeopleRead() {
    ReadResult result = OdcsReader.read("k: 1\n".repeat(5_000));
    assertThat(result.violations()).hasSize(501);
    assertThat(result.violations().getLast().message()).contains("more");
  }

  @Test
  void readsWhatTheContractSays() {
    OdcsContract contract = OdcsReader.read(ExampleContract.text()).contract();
    assertThat(contract.version()).isEqualTo(SemanticVersion.of("1.4.0"));
    assertThat(contract.description().purpose()).startsWith("One row per merchant");
    assertThat(contract.team().members()).extracting(TeamMember::role).containsExactly("owner");
    assertThat(contract.servers()).extracting(Server::type).containsExactly("snowflake");
    assertThat(contract.slaProperties())
        .extracting(SlaProperty::property)
        .containsExactly("latency", "availability");
    SchemaObject settlement = contract.objects().getFirst();
    assertThat(settlement.physicalName()).isEqualTo("settlement_daily");
    assertThat(settlement.properties())
        .extracting(Property::name)
        .containsExactly("settlement_id", "amount", "currency", "contact", "order_ids");
    QualityRule rule = settlement.properties().getFirst().quality().getFirst();
    assertThat(rule.type()).isEqualTo("library");
    assertThat(rule.operator()).isEqualTo("mustBeLessThan");
    assertThat(rule.operands()).hasSize(1);
  }

  @Test
  void takesTheTeamInTheOldFormToo() {
    String document =
        ExampleContract.with(
            "team:\n  name: Settlements\n  members:\n    - username: owner-settlements\n      role: owner\n",
            "team:\n  - username: owner-settlements\n    role: owner\n");
    assertThat(OdcsReader.read(document).contract().team().members())
        .extracting(TeamMember::username)
        .containsExactly("owner-settlements");
  }

  @Test
  void takesWhatOdcs30AllowedInADocumentThatDeclaresIt() {
    ReadResult old = OdcsReader.read(OLD);
    assertThat(old.violations()).isEmpty();
    assertThat(old.contract().team().members().getFirst().username()).isEmpty();
    assertThat(old.contract().customProperties().getFirst().property()).isEmpty();
    assertThat(OdcsReader.read(OLD.replace("v3.0.2", "v3.1.0")).violations())
        .extracting(Violation::path)
        .contains("$.team[0].comment", "$.customProperties[0].note");
  }

  @Test
  void takesA31DocumentThatDeclares30() {
    String document = ExampleContract.with("apiVersion: v3.1.0", "apiVersion: v3.0.0");
    assertThat(OdcsReader.read(document).contract().apiVersion()).isEqualTo("v3.0.0");
  }

  @Test
  void tellsTheFaultsOfTheVersionThatADocumentIsNearerTo() {
    String document =
        ExampleContract.with("apiVersion: v3.1.0", "apiVersion: v3.0.0")
            .replace("logicalType: number", "logicalType: money");
    assertThat(OdcsReader.read(document).violations())
        .extracting(Violation::path)
        .containsExactly("$.schema[0].properties[1].logicalType");
    assertThat(OdcsReader.read(OLD.replace("status: active", "status: 1")).violations())
        .extracting(Violation::path)
        .containsExactly("$.status");
  }

  @Test
  void namesOf32AreToldApartFromMistakes() {
    String document =
        ExampleContract.with("primaryKey: true", "enum: [{value: a}]")
            .replace("logicalType: number", "logicalType: map");
    assertThat(OdcsReader.read(document).violations())
        .extracting(Violation::message)
        .satisfiesExactly(
            said -> assertThat(said).contains("'enum' is part of ODCS", "from 3.2.0 on"),
            said -> assertThat(said).contains("'map' is a type from ODCS 3.2.0 on"));
    assertThat(
            OdcsReader.read(ExampleContract.with("v3.1.0", "v3.2.0"))
                .violations()
                .getFirst()
                .message())
        .contains("Concordat reads ODCS 3.0.0 to 3.1.0");
  }

  @Test
  void tellsWhatIsWrongInsideAnElementBeforeTheElement() {
    String document =
        ExampleContract.with("  - name: settlement\n", "  - nam: settlement\n")
            .replace("status: active\n", "")
            .replace("classification: public", "classification: 3");
    List<Violation> violations = OdcsReader.read(document).violations();
    assertThat(violations)
        .extracting(Violation::path)
        .containsExactly(
            "$.schema[0].nam", "$.schema[0].properties[2].classification", "$.schema[0]", "$");
    Violation classification = violations.get(1);
    String line = document.lines().toList().get(classification.line() - 1);
    assertThat(line.substring(classification.column() - 1)).startsWith("3");
  }

  private static final String OLD =
      """
      apiVersion: v3.0.2
      kind: DataContract
      id: a
      version: 1.0.0
      status: active
      team:
        - {role: owner, comment: nobody yet}
      customProperties:
        - {note: without a name}
      schema:
        - name: t
          properties:
            - name: p
              quality:
                - {rule: nullCheck, mustBe: 0, mustNotBe: 1}
      """;

  @Test
  void outlineHasEveryFieldWithItsPath() {
    OdcsContract contract = OdcsReader.read(ExampleContract.text()).contract();
    var outline = Outlines.of(contract);
    assertThat(outline.upstream()).isEqualTo(List.of(ExampleContract.UPSTREAM));
    assertThat(outline.objects().getFirst().fields())
        .extracting(f -> f.path() + " " + f.semanticType() + " " + f.classification())
        .containsExactly(
            "settlement_id transaction-id internal",
            "amount monetary-amount internal",
            "currency iso-currency public",
            "contact null null",
            "contact.email email-address confidential",
            "order_ids null null",
            "order_ids[] order-id internal");
    assertThat(outline.objects().getFirst().fields().get(1).sources())
        .containsExactly("payments/ledger/entries#entry.amount");
  }

  @Test
  void itemsOfAListTakeItsClassificationAndSemanticType() {
    String[] stated = {
      "classification: internal",
      "customProperties:",
      "  - property: semanticType",
      "    value: order-id"
    };
    String ofItems = "          " + String.join("\n          ", stated) + "\n";
    String ofList = "        " + String.join("\n        ", stated) + "\n";
    String document =
        ExampleContract.with(ofItems, "").replace("        items:\n", ofList + "        items:\n");
    OdcsContract contract = OdcsReader.read(document).contract();
    Field items = Field.of(contract.objects().getFirst()).getLast();
    assertThat(items.path()).isEqualTo("order_ids[]");
    assertThat(items.leaf()).isTrue();
    assertThat(items.semanticType()).isEqualTo("order-id");
    assertThat(items.classification()).isEqualTo("internal");
  }
}
