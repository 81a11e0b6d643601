package io.concordat.server;

import static io.concordat.server.Documents.APPOINT;
import static io.concordat.server.Documents.REGISTER_DOMAIN;
import static io.concordat.server.Documents.REGISTER_PRODUCT;

import java.util.List;
import java.util.Map;

/** The domains, seats and products that a test begins with. */
final class SmallMesh {

  private SmallMesh() {}

  /** Registers domains, and gives the seat of each to {@code rep-<domain>}. */
  static void seat(Client governance, List<String> domains) {
    for (String domain : domains) {
      governance.tell(
          "registerDomain",
          REGISTER_DOMAIN,
          "input",
          Map.of("id", domain, "name", domain, "description", "A domain."));
      governance.tell(
          "appointRepresentative",
          APPOINT,
          "input",
          Map.of("domain", domain, "representative", "rep-" + domain));
    }
  }

  /** Registers products, for which {@code owner-test} answers. */
  static void offer(Client governance, List<String> products) {
    for (String product : products) {
      governance.tell(
          "registerDataProduct",
          REGISTER_PRODUCT,
          "input",
          Map.of(
              "id", product,
              "name", "Things",
              "description", "All things.",
              "owner", "owner-test",
              "sharePercent", 50));
    }
  }
}
