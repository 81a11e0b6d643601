package io.concordat.cli.council;

import io.concordat.cli.host.Days;
import io.concordat.cli.remote.ServerOptions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Who acts for a seat beside its representative. */
final class Delegating {

  private Delegating() {}

  /** Names a delegate. */
  static int delegate(
      Asking asking,
      ServerOptions server,
      String domain,
      String delegate,
      @Nullable String from,
      String until,
      boolean json) {
    Map<String, Object> input = new HashMap<>();
    input.put("domain", domain);
    input.put("delegate", delegate);
    input.put("until", Days.instant(until).toString());
    if (from != null) {
      input.put("from", Days.instant(from).toString());
    }
    return tell(asking, server, "delegateSeat", "DelegateSeatInput", domain, input, json);
  }

  /** Ends a delegation before its time. */
  static int revoke(Asking asking, ServerOptions server, String domain, boolean json) {
    return tell(
        asking,
        server,
        "revokeDelegation",
        "RevokeDelegationInput",
        domain,
        Map.of("domain", domain),
        json);
  }

  private static int tell(
      Asking asking,
      ServerOptions server,
      String mutation,
      String type,
      String domain,
      Map<String, Object> input,
      boolean json) {
    String document =
        """
        mutation($input: %s!) { %s(input: $input) {
          council { seats { domain { id } representative delegation { delegate from until } } }
          userErrors { code message path } } }\
        """
            .formatted(type, mutation);
    return asking.tell(
        server, document, mutation, "council", input, json, council -> lines(council, domain));
  }

  private static List<String> lines(JsonNode council, String domain) {
    Page page = new Page();
    council
        .path("seats")
        .valueStream()
        .filter(seat -> seat.path("domain").path("id").asString("").equals(domain))
        .forEach(seat -> page.line(line(seat)));
    return page.lines();
  }

  private static String line(JsonNode seat) {
    JsonNode delegation = seat.path("delegation");
    return "%s is represented by %s%s."
        .formatted(
            Page.of(seat.path("domain"), "id"),
            Page.of(seat, "representative"),
            delegation.isObject()
                ? ", and by %s from %s until %s"
                    .formatted(
                        Page.of(delegation, "delegate"),
                        Page.of(delegation, "from"),
                        Page.of(delegation, "until"))
                : " alone");
  }
}
