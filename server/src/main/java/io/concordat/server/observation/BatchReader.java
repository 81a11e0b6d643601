package io.concordat.server.observation;

import io.concordat.observation.evaluation.Admission;
import io.concordat.observation.evaluation.Flaw;
import io.concordat.observation.evaluation.Observation;
import io.concordat.observation.evaluation.ObservationFault;
import io.concordat.observation.evaluation.ObservationReader;
import io.concordat.observation.evaluation.TimeBounds;
import io.concordat.server.observation.ObservationLog.Format;
import java.util.function.Consumer;

/** Reads a batch the same way when it comes and when it is folded. */
final class BatchReader {

  private BatchReader() {}

  /**
   * Reads all observations.
   *
   * @param receivedAt milliseconds since 1970 UTC
   * @param taken hears of those that can be taken
   * @param refused hears of the others
   * @throws ObservationReader.NotABatch where the body as a whole cannot be read
   */
  static void read(
      Format format,
      byte[] body,
      long receivedAt,
      TimeBounds bounds,
      Consumer<Observation> taken,
      Consumer<Flaw> refused) {
    ObservationReader.Sink sink =
        new ObservationReader.Sink() {
          @Override
          public void take(Observation observation, int line, String path) {
            ObservationFault fault = Admission.fault(observation, receivedAt, bounds);
            if (fault == null) {
              taken.accept(observation);
            } else {
              refused.accept(new Flaw(fault, Admission.told(fault), line, path));
            }
          }

          @Override
          public void refuse(Flaw flaw) {
            refused.accept(flaw);
          }
        };
    switch (format) {
      case L -> ObservationReader.readLines(body, sink);
      case J -> ObservationReader.readJson(body, sink);
      case T -> {}
    }
  }
}
