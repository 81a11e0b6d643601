package io.concordat.cli.observe;

import io.concordat.cli.host.Stop;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** One observation as options say it. */
final class OneObservation {

  @Option(
      names = "--contract",
      required = true,
      paramLabel = "ID",
      description = "Such as payments/settlements/daily.")
  private String contract = "";

  @Option(
      names = "--commitment",
      required = true,
      paramLabel = "NAME",
      description = "Such as freshness, or completeness:payment.amount.")
  private String commitment = "";

  @Option(
      names = "--version-observed",
      paramLabel = "VERSION",
      description = "Version of the contract (default: all that are served).")
  private @Nullable String version;

  @Option(names = "--value", paramLabel = "NUMBER", description = "What was measured.")
  private @Nullable Double value;

  @Option(names = "--unit", paramLabel = "UNIT", description = "Such as min, percent or rows.")
  private @Nullable String unit;

  @Option(names = "--passed", paramLabel = "NUMBER", description = "How many checks held.")
  private @Nullable Long passed;

  @Option(names = "--failed", paramLabel = "NUMBER", description = "How many checks did not hold.")
  private @Nullable Long failed;

  @Option(
      names = "--observed-at",
      paramLabel = "TIME",
      description = "With a zone, such as 2027-03-01T10:00:00Z (default: now).")
  private @Nullable String observedAt;

  @Option(
      names = "--producer",
      paramLabel = "NAME",
      description = "Who measured (default: whoever sends).")
  private @Nullable String producer;

  @Option(
      names = "--id",
      paramLabel = "ID",
      description =
          "The same id is the same observation (default: made of all else, with the time).")
  private @Nullable String id;

  Item item() {
    if ((value == null) == (passed == null && failed == null)) {
      throw Stop.usage("Say either --value, or --passed and --failed.");
    }
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("contract", contract);
    put(members, "version", version);
    members.put("commitment", commitment);
    put(members, "value", value);
    put(members, "unit", unit);
    put(members, "passed", passed);
    put(members, "failed", failed);
    members.put(
        "observedAt",
        observedAt == null ? Instant.now().truncatedTo(ChronoUnit.MILLIS).toString() : observedAt);
    put(members, "producer", producer);
    members.put(
        "id",
        id == null
            ? UUID.nameUUIDFromBytes(members.toString().getBytes(StandardCharsets.UTF_8)).toString()
            : id);
    return new Item(JsonMapper.shared().writeValueAsBytes(members), "options", 1, "$");
  }

  private static void put(Map<String, Object> members, String name, @Nullable Object value) {
    if (value != null) {
      members.put(name, value);
    }
  }
}
