package io.concordat.cli.remote;

import io.concordat.cli.report.Escapes;
import java.io.PrintWriter;
import tools.jackson.databind.JsonNode;

/** Reads what a mutation answers. */
public final class Payloads {

  private Payloads() {}

  /**
   * Tells why the server refuses, a line each.
   *
   * @return whether it does
   */
  public static boolean refused(JsonNode payload, PrintWriter err) {
    payload
        .path("userErrors")
        .forEach(error ->
            err.println(
                "concordat: "
                    + Escapes.line(
                        error.path("code").asString("")
                            + ": "
                            + error.path("message").asString(""))));
    return !payload.path("userErrors").isEmpty();
  }
}
