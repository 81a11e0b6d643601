package io.concordat.benchmarks;

/** A contract of some fields that keeps all rules of the first policy set. */
final class PlainContract {

  private static final int FIELDS = 50;

  private PlainContract() {}

  /** The document with 50 fields, as YAML. */
  static String document(String contract, String version) {
    return document(contract, version, FIELDS);
  }

  /** The document with that many fields, at least one, as YAML. */
  static String document(String contract, String version, int fields) {
    StringBuilder text =
        new StringBuilder(
            """
            apiVersion: v3.1.0
            kind: DataContract
            id: %s
            name: Settled payments
            version: %s
            status: active
            description:
              purpose: One row for each payment that a bank has settled, for reconciliation and reporting.
            tags: [payments, settlement]
            team:
              name: Payments
              members:
                - username: owner-settlements
                  role: owner
            schema:
              - name: settled_payment
                logicalType: object
                physicalType: table
                description: One row for each settled payment.
                properties:
                  - name: payment_id
                    logicalType: string
                    required: true
                    primaryKey: true
                    primaryKeyPosition: 1
                    classification: internal
                    description: Names the payment.
                    customProperties:
                      - property: semanticType
                        value: entity-id
                    quality:
                      - metric: nullValues
                        dimension: completeness
                        unit: percent
                        mustBeLessThan: 1
                      - metric: invalidValues
                        dimension: accuracy
                        unit: percent
                        mustBeLessThan: 1
                        arguments:
                          pattern: "^[A-Z0-9]+$"
            """
                .formatted(contract, version));
    for (int field = 1; field < fields; field++) {
      text.append(
          """
                - name: amount_%d
                  logicalType: number
                  physicalType: numeric(18,2)
                  required: %b
                  classification: internal
                  description: Part %d of the amount, in the currency of the account.
                  customProperties:
                    - property: semanticType
                      value: monetary-amount
          """
              .formatted(field, field % 2 == 0, field)
              .indent(0));
    }
    return text.append(
            """
            slaProperties:
              - property: latency
                value: 4
                unit: h
            customProperties:
              - property: upstreamContracts
                value: []
              - property: exampleQueries
                value:
                  - title: All of them
                    sql: select * from settled_payment
            """)
        .toString();
  }
}
