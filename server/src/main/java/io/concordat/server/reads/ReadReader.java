package io.concordat.server.reads;

import io.concordat.messages.InvalidValue;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.contract.VersionId;
import io.concordat.messages.mesh.ConsumerId;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads as they were sent: one JSON object, or a list of them, or none beside two headers. */
final class ReadReader {

  /** Most reads of one request. */
  static final int MOST = 10_000;

  /** How far ahead a sender's clock may be. */
  private static final Duration AHEAD = Duration.ofMinutes(5);

  private final JsonMapper json;
  private final Instant now;
  private final @Nullable String reader;

  /** What was sent: reads with their places in it, and what is wrong with the others. */
  record Sent(List<Placed> reads, List<Problem> problems) {}

  record Placed(int index, Read read) {}

  /**
   * Reads for one request.
   *
   * @param reader who reads where a read does not say; null where nobody is named
   */
  ReadReader(JsonMapper json, Instant now, @Nullable String reader) {
    this.json = json;
    this.now = now;
    this.reader = reader;
  }

  /** The read that headers alone tell of, as {@code contract} or {@code contract@version}. */
  Sent header(String contract) {
    return one(0, contract, null, null);
  }

  /** The reads of a body; empty where it is neither an object nor a list. */
  Optional<Sent> body(byte[] body) {
    JsonNode root;
    try {
      root = json.readTree(body);
    } catch (JacksonException broken) {
      return Optional.empty();
    }
    if (!root.isObject() && !root.isArray()) {
      return Optional.empty();
    }
    List<JsonNode> nodes = root.isArray() ? root.valueStream().toList() : List.of(root);
    List<Placed> reads = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (int index = 0; index < nodes.size(); index++) {
      Sent sent = one(index, nodes.get(index));
      reads.addAll(sent.reads());
      problems.addAll(sent.problems());
    }
    return Optional.of(new Sent(reads, problems));
  }

  private Sent one(int index, JsonNode node) {
    if (index >= MOST) {
      return index == MOST
          ? refused(index, "A request may have " + MOST + " reads at most.", null)
          : new Sent(List.of(), List.of());
    }
    for (String text : List.of("consumer", "contract", "version", "readAt")) {
      if (node.hasNonNull(text) && !node.get(text).isString()) {
        return refused(index, text + " must be a text.", text);
      }
    }
    if (!node.hasNonNull("contract")) {
      return refused(index, "contract must be there.", "contract");
    }
    return one(
        index,
        node.get("contract").asString(),
        node.hasNonNull("version") ? node.get("version").asString() : null,
        node);
  }

  private Sent one(int index, String contract, @Nullable String version, @Nullable JsonNode node) {
    String consumer =
        node != null && node.hasNonNull("consumer") ? node.get("consumer").asString() : reader;
    if (consumer == null) {
      return refused(
          index, "consumer must be there, or the header Concordat-Consumer.", "consumer");
    }
    Instant at = now;
    if (node != null && node.hasNonNull("readAt")) {
      try {
        at = OffsetDateTime.parse(node.get("readAt").asString()).toInstant();
      } catch (DateTimeParseException wrong) {
        return refused(index, "readAt must be a time of RFC 3339 with its zone.", "readAt");
      }
      if (at.isAfter(now.plus(AHEAD))) {
        return refused(index, "readAt is in the future.", "readAt");
      }
    }
    try {
      Optional<VersionId> whole = VersionId.parse(contract);
      Read read =
          new Read(
              new ConsumerId(consumer),
              whole.map(VersionId::contract).orElseGet(() -> new ContractId(contract)),
              whole.map(VersionId::version).orElse(version),
              at);
      return new Sent(List.of(new Placed(index, read)), List.of());
    } catch (InvalidValue wrong) {
      return refused(index, String.valueOf(wrong.getMessage()), wrong.field());
    }
  }

  private static Sent refused(int index, String message, @Nullable String path) {
    return new Sent(
        List.of(), List.of(new Problem(Problem.Code.READ_INVALID, message, index, path)));
  }
}
