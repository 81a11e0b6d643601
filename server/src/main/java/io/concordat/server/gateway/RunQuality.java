package io.concordat.server.gateway;

import io.concordat.messages.decision.Actor;
import java.io.IOException;
import java.io.InputStream;

/** Takes what a lineage event says of the quality of datasets. */
@FunctionalInterface
public interface RunQuality {

  /**
   * Returns when what it says of promises is durable; taken again, it changes nothing.
   *
   * @param actor whoever has sent the event
   * @param event as it was accepted, inflated
   * @throws Busy where it cannot be stored at present
   */
  void take(Actor actor, InputStream event) throws IOException;

  /** It cannot be stored at present; the event should be sent again. */
  final class Busy extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says why. */
    public Busy(String message) {
      super(message, null, false, false);
    }
  }
}
