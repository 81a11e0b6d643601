package io.concordat.contract.odcs;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.contract.ExampleContract;
import io.concordat.contract.tree.Mapping;
import io.concordat.contract.tree.Scalar;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Every section of the standard arrives in the records. */
class ContractRecordsTest {

  private static final String DOCUMENT =
      ExampleContract.resource("/io/concordat/contract/everything.odcs.yaml");

  private static OdcsContract read(String document) {
    ReadResult result = OdcsReader.read(document);
    assertThat(result.violations()).isEmpty();
    return result.contract();
  }

  @Test
  void ofTheRoot() {
    OdcsContract contract = read(DOCUMENT);
    assertThat(contract.contractCreatedTs()).isEqualTo("2026-01-02T03:04:05Z");
    assertThat(contract.slaDefaultElement()).isEqualTo("orders.placed_at");
    assertThat(contract.description().authoritativeDefinitions().getFirst().id()).isEqualTo("a1");
    CustomProperty audience = contract.description().customProperties().getFirst();
    assertThat(audience.id()).isEqualTo("c1");
    assertThat(audience.at().path()).isEqualTo("$.description.customProperties[0]");
    assertThat(contract.authoritativeDefinitions().getFirst().description()).isEqualTo("code");
    assertThat(contract.roles().getFirst().secondLevelApprovers()).isEqualTo("privacy");
    assertThat(contract.support().getFirst().invitationUrl()).isEqualTo("https://example.org/d");
    assertThat(contract.price().priceAmount()).isEqualByComparingTo("9.95");
    SlaProperty sla = contract.slaProperties().getFirst();
    assertThat(sla.valueExt()).isEqualTo("12");
    assertThat(sla.schedule()).isEqualTo("0 20 * * *");
  }

  @Test
  void ofTheTeam() {
    Team team = read(DOCUMENT).team();
    assertThat(team.name()).isEqualTo("Orders");
    assertThat(team.tags()).containsExactly("core");
    assertThat(team.members().getFirst().replacedByUsername()).isEqualTo("owner-next");
    assertThat(team.members().getFirst().dateIn()).isEqualTo("2025-01-01");
  }

  @Test
  void ofAServer() {
    Server server = read(DOCUMENT).servers().getFirst();
    assertThat(server.fields().toString())
        .isEqualTo("{host=db, port=5432, database=shop, schema=public}");
    assertThat(server.roles().getFirst().role()).isEqualTo("app");
  }

  @Test
  void ofAnObjectAndItsProperties() {
    SchemaObject orders = read(DOCUMENT).objects().getFirst();
    assertThat(orders.id()).isEqualTo("o1");
    assertThat(orders.authoritativeDefinitions()).hasSize(1);
    Relationship link = orders.relationships().getFirst();
    assertThat(link.type()).isEqualTo("foreignKey");
    assertThat(link.from()).containsExactly("orders.id", "orders.line");
    assertThat(link.to()).containsExactly("lines.order", "lines.number");
    Property id = orders.properties().getFirst();
    assertThat(id.id()).isEqualTo("p1");
    assertThat(id.primaryKeyPosition()).isEqualTo(1);
    assertThat(id.partitioned()).isTrue();
    assertThat(id.partitionKeyPosition()).isEqualTo(2);
    assertThat(id.encryptedName()).isEqualTo("id_encrypted");
    assertThat(id.transformLogic()).isEqualTo("upper(id)");
    assertThat(id.transformDescription()).isEqualTo("In capitals.");
    assertThat(id.examples()).hasSize(3);
    assertThat(id.relationships().getFirst().to()).containsExactly("customers.id");
    assertThat(id.relationships().getFirst().from()).isEmpty();
    assertThat(orders.properties().get(1).primaryKeyPosition()).isEqualTo(-1);
  }

  @Test
  void ofTypeOptions() {
    var properties = read(DOCUMENT).objects().getFirst().properties();
    LogicalTypeOptions text = properties.getFirst().options();
    assertThat(text.minLength()).isEqualTo(BigDecimal.valueOf(3));
    assertThat(text.maxLength()).isEqualTo(BigDecimal.valueOf(9));
    assertThat(text.pattern()).isEqualTo("^[A-Z]+$");
    assertThat(text.format()).isEqualTo("uuid");
    LogicalTypeOptions number = properties.get(1).options();
    assertThat(number.minimum()).isEqualTo(new Bound("0", BigDecimal.ZERO));
    assertThat(number.exclusiveMaximum().number()).isEqualByComparingTo("1000");
    assertThat(number.multipleOf()).isEqualByComparingTo("0.01");
    LogicalTypeOptions time = properties.get(2).options();
    assertThat(time.minimum()).isEqualTo(new Bound("2020-01-01T00:00:00Z", null));
    assertThat(time.timezone()).isFalse();
    assertThat(time.defaultTimezone()).isEqualTo("UTC");
    LogicalTypeOptions list = properties.get(3).options();
    assertThat(list.minItems()).isEqualTo(BigDecimal.ONE);
    assertThat(list.uniqueItems()).isTrue();
    LogicalTypeOptions items = properties.get(3).items().options();
    assertThat(items.required()).containsExactly("sku");
    assertThat(items.maxProperties()).isEqualTo(BigDecimal.TWO);
    assertThat(items.uniqueItems()).isNull();
  }

  @Test
  void ofQualityRules() {
    var rules = read(DOCUMENT).objects().getFirst().properties().getFirst().quality();
    QualityRule valid = rules.getFirst();
    assertThat(valid.arguments().entries()).containsOnlyKeys("validValues");
    assertThat(valid.operands()).containsExactly(BigDecimal.ZERO, BigDecimal.valueOf(5));
    assertThat(valid.operandNode().kindName()).isEqualTo("a list");
    assertThat(valid.method()).isEqualTo("reconciliation");
    assertThat(valid.businessImpact()).isEqualTo("operational");
    assertThat(valid.schedule()).isEqualTo("0 1 * * *");
    assertThat(valid.tags()).containsExactly("nightly");
    assertThat(valid.customProperties()).hasSize(1);
    QualityRule custom = rules.get(1);
    assertThat(custom.engine()).isEqualTo("soda");
    assertThat(((Scalar) custom.implementation()).text()).isEqualTo("checks: []");
    assertThat(custom.arguments()).isNull();
  }

  @Test
  void ofAnOldDocumentWhoseBoundsAreSaidToBeExclusive() {
    OdcsContract old =
        read(
            """
            apiVersion: v3.0.2
            kind: DataContract
            id: a
            version: 1.0.0
            status: active
            schema:
              - name: t
                properties:
                  - name: p
                    logicalType: integer
                    logicalTypeOptions: {minimum: 0, exclusiveMinimum: true, maximum: 9, exclusiveMaximum: false}
            """);
    LogicalTypeOptions options = old.objects().getFirst().properties().getFirst().options();
    assertThat(options.minimum()).isNull();
    assertThat(options.exclusiveMinimum().number()).isZero();
    assertThat(options.maximum().text()).isEqualTo("9");
    assertThat(options.exclusiveMaximum()).isNull();
  }

  @Test
  void withoutASectionAreEmpty() {
    OdcsContract contract =
        read(
            """
            {"apiVersion": "v3.1.0", "kind": "DataContract", "id": "a", "version": "1.0.0",
             "status": "draft", "schema": [{"name": "t", "properties": [{"name": "p"}]}]}
            """);
    assertThat(contract.team().members()).isEmpty();
    assertThat(contract.team().at().node()).isInstanceOf(Mapping.class);
    assertThat(contract.price()).isNull();
    assertThat(contract.roles()).isEmpty();
    Property property = contract.objects().getFirst().properties().getFirst();
    assertThat(property.options().minimum()).isNull();
    assertThat(property.options().at()).isEqualTo(property.at());
  }
}
