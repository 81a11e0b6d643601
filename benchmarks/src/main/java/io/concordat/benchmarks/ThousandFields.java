package io.concordat.benchmarks;

/** A contract of 1,000 fields in ten objects, each with all that the first policy set asks for. */
final class ThousandFields {

  private static final int OBJECTS = 10;
  private static final int FIELDS = 100;

  private ThousandFields() {}

  /**
   * The document, as YAML.
   *
   * @param changed one field in so many is different from the document without changes; 0 for none
   */
  static String document(int changed) {
    StringBuilder text =
        new StringBuilder(
            """
            apiVersion: v3.1.0
            kind: DataContract
            id: payments/settlements/wide
            name: Settled payments
            version: 1.0.0
            status: active
            description:
              purpose: Many facts of each payment.
            schema:
            """);
    for (int object = 0; object < OBJECTS; object++) {
      text.append(
          "  - name: facts_%d\n    physicalType: table\n    properties:\n".formatted(object));
      for (int field = 0; field < FIELDS; field++) {
        boolean different = changed > 0 && (object * FIELDS + field) % changed == 0;
        field(text, field, different);
      }
    }
    return text.append(
            """
            slaProperties:
              - property: latency
                value: %d
                unit: h
            """
                .formatted(changed > 0 ? 6 : 4))
        .toString();
  }

  private static void field(StringBuilder text, int number, boolean different) {
    text.append(
        """
              - name: field_%d
                logicalType: string
                physicalType: varchar(%d)
                required: %b
                classification: %s
                description: Fact %d of the payment.
                logicalTypeOptions:
                  maxLength: %d
                customProperties:
                  - property: semanticType
                    value: label
                quality:
                  - metric: nullValues
                    dimension: completeness
                    unit: percent
                    mustBeLessThan: %d
        """
            .formatted(
                number,
                different ? 60 : 40,
                !different,
                different ? "confidential" : "internal",
                number,
                different ? 60 : 40,
                different ? 5 : 1));
  }
}
