package io.concordat.cli.profile;

import io.concordat.cli.host.Stop;
import io.concordat.cli.remote.Remote;
import io.concordat.cli.remote.Remote.Answer;
import io.concordat.profile.FieldSketch;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where a profile is sent to, by options. */
final class Sending {

  private static final String PATH = "/api/v1/profiles";

  @Option(names = "--send", required = true, description = "Send the profile to the server.")
  private boolean send;

  @Option(
      names = "--contract",
      required = true,
      paramLabel = "ID",
      description = "Contract that the file is data of.")
  private String contract = "";

  @Option(
      names = "--from",
      required = true,
      paramLabel = "TIME",
      description = "When the window of the file's rows begins, such as 2026-11-22T00:00:00Z.")
  private String from = "";

  @Option(
      names = "--to",
      required = true,
      paramLabel = "TIME",
      description = "When it ends; it must have ended.")
  private String to = "";

  @Option(
      names = "--object",
      paramLabel = "NAME",
      description = "Object of the contract whose properties the columns are.")
  private @Nullable String object;

  @Option(
      names = "--contract-version",
      paramLabel = "VERSION",
      description = "Version of the contract that the file is data of.")
  private @Nullable String version;

  @Option(
      names = "--producer",
      paramLabel = "NAME",
      description = "What makes the file (default: the subject of the token).")
  private @Nullable String producer;

  /**
   * Checks the options, before the file is read.
   *
   * @throws Stop where they are wrong
   */
  void check() {
    if (!time("--to", to).isAfter(time("--from", from))) {
      throw Stop.usage("--to must be after --from.");
    }
  }

  private static OffsetDateTime time(String option, String text) {
    try {
      return OffsetDateTime.parse(text);
    } catch (DateTimeParseException wrong) {
      throw Stop.usage(
          option + " is a time with its zone, such as 2026-11-22T00:00:00Z, not " + text + ".");
    }
  }

  /**
   * Sends sketches.
   *
   * @param sketches by column
   * @return what the server says: {@code accepted}, {@code known} and {@code problems}
   * @throws Stop where the server does not take profiles at present
   */
  JsonNode send(Remote remote, Map<String, FieldSketch> sketches) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("contract", contract);
    body.put("version", version);
    body.put("from", from);
    body.put("to", to);
    body.put("producer", producer);
    Map<String, String> fields = new LinkedHashMap<>();
    sketches.forEach((column, sketch) ->
        fields.put(
            object == null ? column : object + "." + column,
            Base64.getEncoder().encodeToString(sketch.toBytes())));
    body.put("fields", fields);
    Answer answer =
        remote.post(
            PATH,
            Map.of("Content-Type", "application/json"),
            JsonMapper.shared().writeValueAsString(body).getBytes(StandardCharsets.UTF_8));
    if (!answer.content().has("accepted")) {
      throw Stop.server(
          "%s did not take the profile (status %d).".formatted(remote.address(), answer.status()));
    }
    return answer.content();
  }
}
