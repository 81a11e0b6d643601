package io.concordat.contract.policy;

import io.concordat.contract.tree.Paths;
import io.concordat.messages.contract.DriftRead;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What jobs were seen to do, as the variable {@code drift}. */
final class DriftValues {

  /** Its name in expressions. */
  static final String VARIABLE = "drift";

  /** What a policy fails with that reads what is not known. */
  static final String NOT_KNOWN = "what jobs were seen to do is not known";

  private static final Place NOWHERE = new Place(Paths.ROOT, 1, 1);

  private DriftValues() {}

  /** Null, where nobody asks, reads as not known. */
  static PolicyStruct of(@Nullable DriftRead drift) {
    if (drift == null || !drift.known()) {
      return PolicyStruct.builder(PolicyTypes.DRIFT, NOWHERE)
          .set("state", "unknown")
          .set("asOf", drift == null ? null : drift.asOf().toString())
          .unknown(NOT_KNOWN, "observedAt", "undeclared", "unobserved", "schema")
          .build();
    }
    Instant observedAt = drift.observedAt();
    return PolicyStruct.builder(PolicyTypes.DRIFT, NOWHERE)
        .set("state", observedAt == null ? "unobserved" : "observed")
        .set("asOf", drift.asOf().toString())
        .set("observedAt", observedAt == null ? null : observedAt.toString())
        .set("undeclared", undeclared(drift))
        .set("unobserved", drift.unobserved())
        .set("schema", schema(drift))
        .build();
  }

  private static List<PolicyStruct> undeclared(DriftRead drift) {
    return drift.undeclared().stream()
        .map(each ->
            PolicyStruct.builder(PolicyTypes.UNDECLARED, NOWHERE)
                .set("contract", each.contract())
                .set("namespace", each.dataset().namespace())
                .set("name", each.dataset().name())
                .set("since", each.since().toString())
                .build())
        .toList();
  }

  private static List<PolicyStruct> schema(DriftRead drift) {
    return drift.schema().stream()
        .map(each ->
            PolicyStruct.builder(PolicyTypes.DIFFERENCE, NOWHERE)
                .set("field", each.field())
                .set("kind", each.kind().name().toLowerCase(Locale.ROOT))
                .set("namespace", each.dataset().namespace())
                .set("name", each.dataset().name())
                .set("promised", each.promised())
                .set("observed", each.observed())
                .build())
        .toList();
  }
}
