package io.concordat.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The program against a service that takes everything, and against one that stumbles. */
class SampleMeshTest {

  private final FakeConcordat service = new FakeConcordat();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  SampleMeshTest() throws IOException {}

  @AfterEach
  void close() {
    service.close();
  }

  @Test
  void everything_is_sent_by_the_people_who_would_send_it() {
    assertThat(run()).isZero();
    assertThat(service.by("governance"))
        .filteredOn(act -> act.startsWith("registerDomain "))
        .hasSize(23);
    assertThat(service.by("governance"))
        .filteredOn(act -> act.startsWith("appointRepresentative "))
        .hasSize(23);
    assertThat(service.by("owner-settlements"))
        .singleElement()
        .asString()
        .contains("payments/settlements/daily");
    assertThat(service.by("owner-profiles"))
        .filteredOn(act -> act.startsWith("publishContractVersion "))
        .hasSize(2);
    assertThat(service.by("machine-observer"))
        .filteredOn(act -> act.startsWith("openIncident "))
        .hasSize(3);
    assertThat(service.by("rep-customer"))
        .filteredOn(act -> act.contains("Migration "))
        .satisfiesExactly(
            segments -> assertThat(segments).startsWith("acknowledgeMigration").contains("segment"),
            desk -> assertThat(desk).startsWith("acknowledgeMigration").contains("customer-360"),
            done -> assertThat(done).startsWith("completeMigration").contains("customer-360"));
    assertThat(service.carriedOut.values())
        .filteredOn(act -> act.contains("DataRequest "))
        .extracting(act -> act.substring(0, act.indexOf(" {")))
        .containsExactlyInAnyOrder(
            "viewer-fraud-lab openDataRequest",
            "rep-marketing openDataRequest",
            "rep-logistics acceptDataRequest",
            "viewer-workplace openDataRequest",
            "rep-payroll declineDataRequest",
            "rep-procurement openDataRequest",
            "rep-finance deliverDataRequest");
    assertThat(service.by("rep-catalog")).singleElement().asString().contains("OBJECT");
    assertThat(service.by("rep-warehouse")).singleElement().asString().contains("OBJECT");
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("domains", "contracts", "compliance", "incidents", "Loaded 70 products");
  }

  @Test
  void contracts_come_after_those_that_they_derive_from() {
    run();
    List<String> published =
        service.carriedOut.values().stream()
            .filter(act -> act.contains(" publishContractVersion "))
            .toList();
    assertThat(place(published, "orders/order-headers/order"))
        .isLessThan(place(published, "orders/order-lines/line"));
    assertThat(place(published, "payments/transactions/transaction"))
        .isLessThan(place(published, "payments/settlements/daily"))
        .isLessThan(place(published, "finance/general-ledger/journal"));
  }

  @Test
  void a_second_run_changes_nothing() {
    run();
    List<String> first = new ArrayList<>(service.carriedOut.values());
    assertThat(run()).isZero();
    assertThat(service.carriedOut.values()).containsExactlyElementsOf(first);
  }

  @Test
  void a_store_that_is_away_for_a_moment_is_waited_for() {
    String away =
        """
        {"errors": [{"message": "PostgreSQL cannot be reached",
          "extensions": {"code": "STORE_UNAVAILABLE", "retryable": true}}], "data": null}
        """;
    service.stumbles.add(Map.entry(200, away));
    service.stumbles.add(Map.entry(503, ""));
    service.stumbles.add(
        Map.entry(200, "{\"data\": {\"m0\": {\"verdict\": null, \"userErrors\": []}}}"));
    assertThat(run()).isZero();
    assertThat(service.by("governance"))
        .filteredOn(act -> act.startsWith("registerDomain "))
        .hasSizeGreaterThanOrEqualTo(22);
  }

  @Test
  void a_token_from_before_a_restart_is_replaced() {
    service.revoked.add("governance!1");
    assertThat(run()).isZero();
    assertThat(service.by("governance")).isNotEmpty();
  }

  @Test
  void a_rejected_contract_is_told_with_its_line_and_ends_with_one() {
    service.stumbles.add(
        Map.entry(
            200,
            """
            {"data": {"m0": {"userErrors": [], "verdict": {"passed": false, "violations": [
              {"policy": "quality-commitments", "severity": "ERROR", "path": "$.slaProperties",
               "line": 17, "message": "promise freshness"}]}}}}
            """));
    assertThat(run()).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains(":17: quality-commitments at $.slaProperties: promise freshness");
  }

  @Test
  void a_refusal_is_told_with_its_code() {
    service.stumbles.add(
        Map.entry(
            200,
            """
            {"data": {"m0": {"userErrors": [
              {"code": "DOMAIN_EXISTS", "message": "with other facts", "path": ["input", "id"]}]}}}
            """));
    assertThat(run()).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .containsPattern("domain [a-z-]+: DOMAIN_EXISTS at input.id: with other facts");
  }

  @Test
  void an_error_that_trying_again_does_not_help_ends_with_one() {
    service.stumbles.add(
        Map.entry(
            200,
            """
            {"errors": [{"message": "Something went wrong", "extensions": {"code": "INTERNAL"}}]}
            """));
    assertThat(run()).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("INTERNAL: Something went wrong");
  }

  private int run() {
    return SampleMesh.run(
        List.of("--url", service.url(), "--months", "1", "--patience", "20"),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private static int place(List<String> acts, String contract) {
    for (int i = 0; i < acts.size(); i++) {
      if (acts.get(i).contains("\"contract\":\"" + contract + "\"")) {
        return i;
      }
    }
    throw new AssertionError("nobody published " + contract);
  }
}
