package io.concordat.server.probe;

import io.concordat.graphql.gateway.ProbeDesk.Probe;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a probe saw, as an observation. */
final class ProbeLine {

  private static final JsonMapper JSON = JsonMapper.shared();

  private ProbeLine() {}

  /** The observation of a look; its id follows from the probe and the time that was due. */
  static byte[] of(Probe probe, Instant due, Instant at, Look look) {
    String key = probe.contract() + "\n" + probe.name() + "\n" + due;
    ObjectNode line = JSON.createObjectNode();
    line.put("id", UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString());
    line.put("contract", probe.contract().value());
    if (probe.version() != null) {
      line.put("version", probe.version());
    }
    line.put("commitment", probe.commitment());
    if (look.age() == null) {
      line.put("passed", look.kept() ? 1 : 0);
      line.put("failed", look.kept() ? 0 : 1);
    } else {
      line.put("value", look.age().toSeconds());
      line.put("unit", "s");
    }
    line.put("observedAt", at.toString());
    line.put("producer", "probe:" + probe.name());
    return JSON.writeValueAsBytes(line);
  }
}
