package io.concordat.observation.evaluation;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * Reads a batch of observations, one after the other and without a tree. What one of them lacks is
 * told, and the others are read all the same.
 */
public final class ObservationReader {

  /** Most observations of a batch. */
  public static final int MOST = 10_000;

  /** Numbers that are none are read, so that one of them does not spoil the batch. */
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  private static final int NOT_PLAIN = -1;

  private final Sink sink;
  private int count;

  private ObservationReader(Sink sink) {
    this.sink = sink;
  }

  /** Where observations go, in their order. */
  public interface Sink {

    /**
     * One that can be read.
     *
     * @param line in the body, from 1
     * @param path JSON path; within its line where each has one of its own
     */
    void take(Observation observation, int line, String path);

    /** One that cannot. */
    void refuse(Flaw flaw);
  }

  /** A batch cannot be read as a whole. */
  public static final class NotABatch extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotABatch(String message) {
      super(message, null, false, false);
    }
  }

  /**
   * Reads a JSON list of observations, or a single one.
   *
   * @throws NotABatch where it is no JSON, neither a list nor an object, or too long; the sink may
   *     have been told of what comes before
   */
  public static void readJson(byte[] body, Sink sink) {
    ObservationReader reader = new ObservationReader(sink);
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), body)) {
      JsonToken first = json.nextToken();
      if (first == JsonToken.START_OBJECT) {
        reader.next(json, "$");
      } else if (first == JsonToken.START_ARRAY) {
        for (int index = 0; json.nextToken() != JsonToken.END_ARRAY; index++) {
          reader.next(json, "$[" + index + "]");
        }
      } else {
        throw new NotABatch("The body must be a list of observations.");
      }
      if (json.nextToken() != null) {
        throw new NotABatch("There is more after the end of the list.");
      }
    } catch (JacksonException broken) {
      throw new NotABatch("The body is no JSON: " + said(broken));
    }
  }

  /**
   * Reads one observation from each line; blank lines are passed over.
   *
   * @throws NotABatch where there are too many; the sink has been told of the first
   */
  public static void readLines(byte[] body, Sink sink) {
    ObservationReader reader = new ObservationReader(sink);
    PlainObservations plain = new PlainObservations(body);
    int start = 0;
    for (int line = 1; start < body.length; line++) {
      Observation observation = plain.read(start);
      int next = observation == null ? NOT_PLAIN : nextLine(body, plain.end());
      if (observation != null && next != NOT_PLAIN) {
        reader.count();
        sink.take(observation, line, "$");
        start = next;
        continue;
      }
      int end = start;
      while (end < body.length && body[end] != '\n') {
        end++;
      }
      if (!isBlank(body, start, end)) {
        reader.line(body, start, end, line);
      }
      start = end + 1;
    }
  }

  /** Start of the line after one that ends at an index; {@link #NOT_PLAIN} where it does not. */
  private static int nextLine(byte[] body, int end) {
    int last = end < body.length && body[end] == '\r' ? end + 1 : end;
    if (last == body.length) {
      return last;
    }
    return body[last] == '\n' ? last + 1 : NOT_PLAIN;
  }

  private void line(byte[] body, int start, int end, int line) {
    count();
    // An observation is told of when its line has been read to the end.
    ObservationFields fields = new ObservationFields("$", line);
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), body, start, end - start)) {
      json.nextToken();
      fields.read(json);
      if (json.nextToken() != null) {
        fields.refuse(ObservationFault.OBSERVATION_MALFORMED, "", "A line holds one observation.");
      }
      fields.tell(sink);
    } catch (JacksonException broken) {
      sink.refuse(new Flaw(ObservationFault.OBSERVATION_MALFORMED, said(broken), line, "$"));
    }
  }

  private void next(JsonParser json, String path) {
    count();
    int line = json.currentTokenLocation().getLineNr();
    ObservationFields fields = new ObservationFields(path, line);
    fields.read(json);
    fields.tell(sink);
  }

  private void count() {
    count++;
    if (count > MOST) {
      throw new NotABatch("A batch may hold " + MOST + " observations at most.");
    }
  }

  private static boolean isBlank(byte[] body, int start, int end) {
    for (int index = start; index < end; index++) {
      if (body[index] != ' ' && body[index] != '\t' && body[index] != '\r') {
        return false;
      }
    }
    return true;
  }

  private static String said(JacksonException broken) {
    return broken.getOriginalMessage();
  }
}
