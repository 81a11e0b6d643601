package io.concordat.cli;

/** Documents for tests. */
final class Contracts {

  /** A valid contract that keeps the first policy set. */
  static final String GOOD =
      """
      apiVersion: v3.1.0
      kind: DataContract
      id: payments/settlements/daily
      name: Daily settlements
      version: 1.4.0
      status: active
      domain: payments
      dataProduct: settlements
      description:
        purpose: What was settled with each merchant on a day.
      schema:
        - name: settlement
          physicalName: settlement
          logicalType: object
          properties:
            - name: settlement_id
              logicalType: string
              required: true
              primaryKey: true
              description: Identifier.
              classification: internal
              customProperties:
                - property: semanticType
                  value: entity-id
            - name: amount
              logicalType: number
              description: Amount.
              classification: internal
              customProperties:
                - property: semanticType
                  value: monetary-amount
              quality:
                - metric: nullValues
                  unit: percent
                  mustBeLessThan: 1
                  dimension: completeness
                - metric: invalidValues
                  arguments:
                    validValues: [1, 2]
                  mustBeLessThan: 1
                  unit: percent
                  dimension: accuracy
      team:
        name: Settlements
        members:
          - username: owner-settlements
            role: owner
      slaProperties:
        - property: latency
          value: 4
          unit: h
      customProperties:
        - property: upstreamContracts
          value: []
        - property: exampleQueries
          value:
            - title: All
              sql: select * from settlement
      """;

  /** Its schema has a field without a type that ODCS knows. */
  static final String BAD = GOOD.replace("logicalType: number", "logicalType: nmber");

  private Contracts() {}

  static String named(String id) {
    return GOOD.replace("payments/settlements/daily", id);
  }
}
