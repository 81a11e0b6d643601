package io.concordat.sample.load;

import io.concordat.sample.api.ConcordatApi;
import io.concordat.sample.api.Mutation;
import io.concordat.sample.api.TryAgain;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends mutations with idempotency keys that are made from their content: what was carried out
 * before, by this run or an earlier one, changes nothing.
 */
final class Sender {

  private static final int KEY_BYTES = 16;
  private static final JsonMapper CANONICAL =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private final ConcordatApi api;

  Sender(ConcordatApi api) {
    this.api = api;
  }

  /** Sends one mutation; its payload is not looked at beyond its refusals. */
  void send(String caller, Mutation mutation, String about, Map<String, ?> input) {
    send(caller, mutation, List.of(about), List.of(input), payload -> payload);
  }

  /** Sends one mutation and reads its payload. */
  <T> T send(
      String caller,
      Mutation mutation,
      String about,
      Map<String, ?> input,
      ConcordatApi.Reader<T> payload) {
    return send(caller, mutation, List.of(about), List.of(input), payload).getFirst();
  }

  /**
   * Sends several mutations of one kind as one request.
   *
   * @param about what each input is about, for messages
   * @throws Refused with every refusal of every one of them
   */
  <T> List<T> send(
      String caller,
      Mutation mutation,
      List<String> about,
      List<? extends Map<String, ?>> inputs,
      ConcordatApi.Reader<T> payload) {
    List<Map<String, Object>> keyed = inputs.stream().map(input -> keyed(mutation, input)).toList();
    return api.call(
        caller,
        mutation.document(inputs.size()),
        Mutation.variables(keyed),
        data -> {
          List<Refusal> refusals = new ArrayList<>();
          for (int i = 0; i < about.size(); i++) {
            refusals(about.get(i), data.path(Mutation.payload(i)), refusals);
          }
          if (!refusals.isEmpty()) {
            throw new Refused(refusals);
          }
          return read(data, about.size(), payload);
        });
  }

  /** Asks a query until the answer can be read. */
  <T> T ask(String caller, String query, Map<String, ?> variables, ConcordatApi.Reader<T> reader) {
    return api.call(caller, query, variables, reader);
  }

  private static <T> List<T> read(JsonNode data, int count, ConcordatApi.Reader<T> payload)
      throws TryAgain {
    List<T> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(payload.read(data.path(Mutation.payload(i))));
    }
    return all;
  }

  private static void refusals(String about, JsonNode payload, List<Refusal> into) {
    for (JsonNode error : payload.path("userErrors")) {
      into.add(
          new Refusal(
              about,
              error.path("code").asString(""),
              error.path("path").valueStream().map(JsonNode::asString).reduce("", Sender::join),
              null,
              error.path("message").asString("")));
    }
    for (JsonNode violation : payload.path("verdict").path("violations")) {
      if (payload.path("verdict").path("passed").asBoolean(false)) {
        return;
      }
      JsonNode line = violation.path("line");
      into.add(
          new Refusal(
              about,
              violation.path("policy").asString(""),
              violation.path("path").asString(""),
              line.isNumber() ? line.asInt() : null,
              violation.path("message").asString("")));
    }
  }

  private static String join(String path, String next) {
    return path.isEmpty() ? next : path + "." + next;
  }

  private static Map<String, Object> keyed(Mutation mutation, Map<String, ?> input) {
    Map<String, Object> keyed = new HashMap<>(input);
    String content = CANONICAL.writeValueAsString(input);
    keyed.put("idempotencyKey", "sample-" + mutation.field() + "-" + digest(content));
    return keyed;
  }

  private static String digest(String content) {
    try {
      byte[] sha256 =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sha256, 0, KEY_BYTES);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
