package io.concordat.results;

import io.concordat.contract.odcs.OdcsContract;
import io.concordat.contract.odcs.OdcsReader;
import java.util.Objects;

/** Contracts that results are tied to in tests. */
public final class Shop {

  private Shop() {}

  /** Orders in {@code shop.public.orders_v1}, version 1.0.0. */
  public static ContractTarget orders() {
    return target(document("sales/shop/orders", "1.0.0", "shop", "orders_v1"));
  }

  /** The same contract elsewhere. */
  public static ContractTarget orders(String id, String version, String database, String table) {
    return target(document(id, version, database, table));
  }

  /** The same with completeness as a share. */
  public static ContractTarget inPercent(ContractTarget orders) {
    return target(
        document(orders.contract(), orders.version(), "shop", "orders_v1")
            .replace(
                "- metric: nullValues\n", "- metric: nullValues\n            unit: percent\n"));
  }

  private static ContractTarget target(String document) {
    OdcsContract contract = OdcsReader.read(document).contract();
    return ContractTarget.of(Objects.requireNonNull(contract));
  }

  private static String document(String id, String version, String database, String table) {
    return """
    apiVersion: v3.1.0
    kind: DataContract
    id: %s
    name: Orders
    version: %s
    status: active
    servers:
      - server: production
        type: postgres
        host: db.example.com
        port: 5432
        database: %s
        schema: public
    schema:
      - name: order
        physicalName: %s
        logicalType: object
        quality:
          - metric: rowCount
            mustBeGreaterThan: 0
          - type: custom
            name: totals_match
            engine: dbt
            implementation: totals_match
        properties:
          - name: orderId
            physicalName: order_id
            logicalType: string
            quality:
              - metric: nullValues
                mustBe: 0
              - metric: duplicateValues
                mustBe: 0
          - name: status
            logicalType: string
            quality:
              - id: known-states
                metric: invalidValues
                arguments:
                  validValues: [open, paid]
                mustBe: 0
              - name: not_too_old
                metric: invalidValues
                arguments:
                  pattern: "^[a-z]+$"
                mustBe: 0
    slaProperties:
      - property: latency
        value: 4
        unit: h
        element: order.orderId
      - property: endOfLife
        value: "2030-01-01T00:00:00Z"
    """
        .formatted(id, version, database, table);
  }
}
