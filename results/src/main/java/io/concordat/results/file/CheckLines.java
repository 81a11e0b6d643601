package io.concordat.results.file;

import io.concordat.messages.mesh.DatasetName;
import io.concordat.results.CheckResult;
import io.concordat.results.CheckResult.Finding;
import io.concordat.results.Observed;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Results in Concordat's own form: one JSON object each. */
public final class CheckLines {

  private static final int LONGEST = 100;
  private static final JsonFactory JSON = new JsonFactory();

  private final Collected collected;

  CheckLines(Collected collected) {
    this.collected = collected;
  }

  void take(Part document) {
    if (document.isList()) {
      document.elements().forEach(this::take);
      return;
    }
    String fault = fault(document);
    if (fault != null) {
      collected.refuse(document, fault);
      return;
    }
    String namespace = document.text("namespace");
    String named = document.text("dataset");
    List<String> parts =
        named != null
            ? Arrays.asList(named.split("\\.", -1))
            : document.get("dataset").elements().stream()
                .map(Part::text)
                .filter(Objects::nonNull)
                .toList();
    String name = document.text("name");
    List<String> names =
        name != null
            ? List.of(name)
            : document.get("names").elements().stream()
                .map(Part::text)
                .filter(Objects::nonNull)
                .toList();
    String producer = document.text("producer");
    collected.take(
        new CheckResult(
            document.get("id").words(),
            producer == null
                ? Ids.producer(
                    "checks", document.get("check").words() + ":" + String.join(".", parts))
                : producer,
            document.text("contract"),
            document.text("version"),
            document.text("commitment"),
            parts,
            namespace == null ? null : new DatasetName(namespace, String.join(".", parts)),
            document.text("column"),
            document.get("check").words(),
            names,
            finding(document),
            Times.first(document.text("observedAt")).orElse(Instant.EPOCH),
            document.place()));
  }

  private static @Nullable String fault(Part document) {
    String id = document.text("id");
    String producer = document.text("producer");
    if (!document.isObject()) {
      return "A result is an object.";
    }
    if (id == null || id.length() > LONGEST) {
      return "id must have 1 to " + LONGEST + " characters.";
    }
    if (producer != null && producer.length() > LONGEST) {
      return "producer must have 1 to " + LONGEST + " characters.";
    }
    if (Times.first(document.text("observedAt")).isEmpty()) {
      return "observedAt must be a time such as 2026-03-01T10:00:00Z.";
    }
    Double value = document.get("value").number();
    if (value != null && !Double.isFinite(value)) {
      return "value must be a finite number.";
    }
    boolean judged = whole(document.get("passed")) + whole(document.get("failed")) > 0;
    boolean told = document.text("notJudged") != null;
    boolean counted = document.get("bad").number() != null;
    if (counted && !isCount(document.get("bad")) || !isCount(document.get("all"))) {
      return "bad and all are counts.";
    }
    return (value != null ? 1 : 0) + (judged ? 1 : 0) + (counted ? 1 : 0) + (told ? 1 : 0) == 1
        ? null
        : "It has either a value, or passed and failed, or bad and all, or notJudged.";
  }

  private static boolean isCount(Part part) {
    Double number = part.number();
    return part.isNull() || number != null && Double.isFinite(number) && number >= 0;
  }

  private static long whole(Part part) {
    Double number = part.number();
    return number != null && number >= 0 && number < 1e15 && number == Math.rint(number)
        ? (long) (double) number
        : 0;
  }

  private static Finding finding(Part document) {
    String why = document.text("notJudged");
    Double value = document.get("value").number();
    if (why != null) {
      return new Finding.NotJudged(why);
    }
    Double bad = document.get("bad").number();
    if (bad != null) {
      return new Finding.Counted(bad, document.get("all").number());
    }
    return value != null
        ? new Finding.Measured(value, document.get("unit").words())
        : new Finding.Judged(whole(document.get("passed")), whole(document.get("failed")));
  }

  /** A result as one line of JSON, UTF-8, without a line end. */
  public static byte[] of(CheckResult result) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(300);
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      text(json, "id", result.id());
      text(json, "producer", result.producer());
      text(json, "contract", result.contract());
      text(json, "version", result.version());
      text(json, "commitment", result.commitment());
      DatasetName exact = result.exact();
      if (exact != null) {
        text(json, "namespace", exact.namespace());
        text(json, "dataset", exact.name());
      } else {
        list(json, "dataset", result.dataset());
      }
      text(json, "column", result.column());
      text(json, "check", result.check());
      list(json, "names", result.names());
      finding(json, result.finding());
      text(json, "observedAt", result.observedAt().toString());
      json.writeEndObject();
    }
    return out.toByteArray();
  }

  /** An observation as one line of JSON, UTF-8, without a line end. */
  public static byte[] of(Observed observed) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(300);
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      text(json, "id", observed.id());
      text(json, "contract", observed.contract());
      text(json, "version", observed.version());
      text(json, "commitment", observed.commitment());
      finding(json, observed.finding());
      text(json, "observedAt", observed.observedAt().toString());
      text(json, "producer", observed.producer());
      json.writeEndObject();
    }
    return out.toByteArray();
  }

  private static void finding(JsonGenerator json, Finding finding) {
    switch (finding) {
      case Finding.Judged(long passed, long failed) -> {
        json.writeNumberProperty("passed", passed);
        json.writeNumberProperty("failed", failed);
      }
      case Finding.Measured(double value, String unit) -> {
        json.writeNumberProperty("value", value);
        text(json, "unit", unit.isEmpty() ? null : unit);
      }
      case Finding.Counted(double bad, Double all) -> {
        json.writeNumberProperty("bad", bad);
        if (all != null) {
          json.writeNumberProperty("all", all);
        }
      }
      case Finding.NotJudged(String reason) -> text(json, "notJudged", reason);
    }
  }

  private static void text(JsonGenerator json, String name, @Nullable String value) {
    if (value != null) {
      json.writeStringProperty(name, value);
    }
  }

  private static void list(JsonGenerator json, String name, List<String> values) {
    if (values.isEmpty()) {
      return;
    }
    json.writeArrayPropertyStart(name);
    values.forEach(json::writeString);
    json.writeEndArray();
  }

  /** What lines say; a line that is no JSON is told, and the others are read. */
  static void lines(byte[] body, Collected collected) {
    CheckLines lines = new CheckLines(collected);
    int start = 0;
    for (int line = 1; start < body.length; line++) {
      int end = start;
      while (end < body.length && body[end] != '\n') {
        end++;
      }
      lines.line(Arrays.copyOfRange(body, start, end), line);
      start = end + 1;
    }
  }

  private void line(byte[] text, int line) {
    Part at = new Part(null, "", line);
    try {
      Parts.readLine(text, line, this::take);
    } catch (Unreadable broken) {
      collected.refuse(at, broken.message());
    }
  }
}
