package io.concordat.observation.openlineage;

import io.concordat.messages.observed.LineageStatement;
import io.concordat.messages.observed.LineageStatement.JobName;
import io.concordat.messages.observed.LineageStatement.ObservedDataset;
import io.concordat.messages.observed.LineageStatement.OfDataset;
import io.concordat.messages.observed.LineageStatement.OfJob;
import io.concordat.messages.observed.LineageStatement.OfRun;
import io.concordat.messages.observed.LineageStatement.RunState;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads one OpenLineage event (core 2-0-2): RunEvent, DatasetEvent or JobEvent, told by its
 * members. Pure.
 *
 * <p>It refuses what both the standard's schema and Marquez, its reference server, refuse. So taken
 * all the same are a missing {@code schemaURL}, a run id that is no UUID, an event type that the
 * standard does not know, and a time without a zone, which is UTC. Facets that lineage does not
 * need are passed over, whatever they hold.
 */
public final class OpenLineageReader {

  private static final int DEEPEST = 500;

  /** Of what is read: names, types, times. What is passed over may be longer. */
  private static final int LONGEST_TEXT = 1_000_000;

  private static final String ROOT = "$";

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxStringLength(LONGEST_TEXT)
                  .build())
          .build();

  private final JsonWalk json;
  private @Nullable String time;
  private @Nullable String producer;
  private @Nullable String type;
  private @Nullable String run;
  private @Nullable JobName job;
  private @Nullable ObservedDataset dataset;
  private boolean ofRun;
  private final List<ObservedDataset> inputs = new ArrayList<>();
  private final List<ObservedDataset> outputs = new ArrayList<>();

  private OpenLineageReader(JsonWalk json) {
    this.json = json;
  }

  /** Reads an event; the stream is read to its end, not closed. */
  public static LineageReading read(InputStream event) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), event)) {
      JsonToken first = parser.nextToken();
      if (first != JsonToken.START_OBJECT) {
        return new LineageReading.Malformed(
            first == JsonToken.START_ARRAY
                ? "One event in each request; the standard has no lists of events."
                : "The body must be one JSON object.");
      }
      OpenLineageReader reader = new OpenLineageReader(new JsonWalk(parser));
      reader.json.object(ROOT, reader::member);
      if (parser.nextToken() != null) {
        return new LineageReading.Malformed(
            "One event in each request; something follows the first.");
      }
      return new LineageReading.Taken(reader.statement());
    } catch (NotAnEvent refused) {
      return refused.reading();
    } catch (JacksonException unreadable) {
      return new LineageReading.Malformed(
          "The body cannot be read as JSON: " + unreadable.getOriginalMessage());
    }
  }

  private void member(String member) {
    String path = ROOT + "." + member;
    switch (member) {
      case "eventTime" -> time = json.text(path);
      case "producer" -> producer = json.text(path);
      case "eventType" -> type = json.text(path);
      case "run" -> {
        ofRun = !json.isNull();
        json.object(path, this::runMember);
      }
      case "job" -> job = json.isNull() ? null : job(path);
      case "dataset" -> dataset = json.isNull() ? null : DatasetWalk.read(json, path);
      case "inputs" -> {
        inputs.clear();
        json.list(path, item -> inputs.add(DatasetWalk.read(json, item)));
      }
      case "outputs" -> {
        outputs.clear();
        json.list(path, item -> outputs.add(DatasetWalk.read(json, item)));
      }
      default -> json.pass();
    }
  }

  private void runMember(String member) {
    switch (member) {
      case "runId" -> run = json.text("$.run.runId");
      case "facets" ->
          json.object(
              "$.run.facets",
              facet -> {
                if (facet.equals("parent")) {
                  parent("$.run.facets.parent");
                } else {
                  json.pass();
                }
              });
      default -> json.pass();
    }
  }

  /** A parent must be named as a run and a job are. */
  private void parent(String path) {
    boolean[] found = new boolean[3];
    json.object(
        path,
        member -> {
          switch (member) {
            case "run" -> {
              @Nullable String[] id = new @Nullable String[1];
              json.object(
                  path + ".run",
                  inner -> {
                    if (inner.equals("runId")) {
                      id[0] = json.text(path + ".run.runId");
                    } else {
                      json.pass();
                    }
                  });
              JsonWalk.needed(path + ".run.runId", id[0]);
              found[0] = true;
            }
            case "job" -> {
              job(path + ".job");
              found[1] = true;
            }
            case "_deleted" -> found[2] = json.isTrue();
            default -> json.pass();
          }
        });
    if (!found[2]) {
      JsonWalk.needed(path + ".run", found[0] ? "" : null);
      JsonWalk.needed(path + ".job", found[1] ? "" : null);
    }
  }

  private JobName job(String path) {
    @Nullable String[] known = new @Nullable String[2];
    json.object(
        path,
        member -> {
          switch (member) {
            case "namespace" -> known[0] = json.text(path + ".namespace");
            case "name" -> known[1] = json.text(path + ".name");
            default -> json.pass();
          }
        });
    return new JobName(
        JsonWalk.needed(path + ".namespace", known[0]), JsonWalk.needed(path + ".name", known[1]));
  }

  private LineageStatement statement() {
    String written = JsonWalk.needed("$.eventTime", time);
    Instant at =
        EventTimes.parse(written)
            .orElseThrow(
                () -> JsonWalk.invalid("$.eventTime", "must be a date and time as in ISO 8601."));
    JsonWalk.needed("$.producer", producer);
    if (ofRun) {
      String id = JsonWalk.needed("$.run.runId", run);
      if (job == null) {
        throw JsonWalk.invalid("$.job", "must be given.");
      }
      return new OfRun(at, state(type), id, job, inputs, outputs);
    }
    if (job != null) {
      return new OfJob(at, job, inputs, outputs);
    }
    if (dataset != null) {
      return new OfDataset(at, dataset);
    }
    throw JsonWalk.invalid(ROOT, "must have a run and a job, a job, or a dataset.");
  }

  private static RunState state(@Nullable String type) {
    String name = type == null ? "" : type.toUpperCase(Locale.ROOT);
    return Arrays.stream(RunState.values())
        .filter(state -> state.name().equals(name))
        .findFirst()
        .orElse(RunState.OTHER);
  }
}
