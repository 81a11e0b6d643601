package io.concordat.server;

import static io.concordat.server.Documents.REGISTER_DOMAIN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A data product is registered from its ODPS document, and its ports are lineage. */
class ProductFromOdpsTest {

  private static final String REGISTER =
      """
      mutation($input: RegisterDataProductFromOdpsInput!) { registerDataProductFromOdps(input: $input) {
        dataProduct {
          name description
          inputPorts { name version contractId contract { id } }
          outputPorts { name version contractId contract { id } type inputContracts { contractId version } }
        }
        receipt { position readable } userErrors { code message path } } }
      """;

  private static final String DOCUMENT =
      """
      apiVersion: v1.0.0
      kind: DataProduct
      id: 9f2c
      status: active
      name: Cash position
      description:
        purpose: What is in the accounts each morning.
      inputPorts:
        - {name: settlements, version: 1.0.0, contractId: payments/settlements/daily}
      outputPorts:
        - name: positions
          version: 2.0.0
          contractId: a-contract-of-elsewhere
          type: tables
          inputContracts: [{id: payments/settlements/daily, version: 1.0.0}]
      """;

  @Test
  void isReadWithItsPortsAndDerivesFromItsInputs() {
    try (Node node = Node.start(Stores.fresh())) {
      Client governance = node.as("governance");
      governance.tell(
          "registerDomain",
          REGISTER_DOMAIN,
          "input",
          Map.of("id", "finance", "name", "Finance", "description", "A domain."));

      JsonNode product =
          governance
              .tell("registerDataProductFromOdps", REGISTER, "input", input(DOCUMENT))
              .get("dataProduct");

      assertThat(product.get("name").asString()).isEqualTo("Cash position");
      assertThat(product.at("/inputPorts/0/contractId").asString())
          .isEqualTo("payments/settlements/daily");
      assertThat(product.at("/outputPorts/0/contractId").asString())
          .isEqualTo("a-contract-of-elsewhere");
      assertThat(product.at("/outputPorts/0/contract").isNull()).isTrue();
      assertThat(product.at("/outputPorts/0/inputContracts/0/version").asString())
          .isEqualTo("1.0.0");
      JsonNode upstream =
          governance
              .ask(
                  """
                  { lineage(of: "finance/cash-position", direction: UPSTREAM) {
                      edges { upstream downstream contract } } }
                  """)
              .at("/lineage/edges/0");
      assertThat(upstream.get("upstream").asString()).isEqualTo("payments/settlements");
      assertThat(upstream.get("downstream").asString()).isEqualTo("finance/cash-position");
      assertThat(upstream.get("contract").asString()).isEqualTo("payments/settlements/daily");

      JsonNode refused =
          governance
              .answer(REGISTER, "input", input(DOCUMENT.replace("status: active", "state: 1")))
              .at("/data/registerDataProductFromOdps/userErrors/0");
      assertThat(refused.get("code").asString()).isEqualTo("ODPS_DOCUMENT_INVALID");
      assertThat(refused.get("message").asString()).contains("line 4", "'state' is not part of");
    }
  }

  private static Map<String, Object> input(String document) {
    return Map.of(
        "id",
        "finance/cash-position",
        "document",
        document,
        "owner",
        "owner-test",
        "sharePercent",
        50);
  }
}
