package io.concordat.notification.message;

import java.net.URI;
import java.util.Map;

/** What is posted: the headers and body are complete, and may hold secrets. */
@SuppressWarnings("ArrayRecordComponent")
public record OutgoingMessage(URI url, Map<String, String> headers, byte[] body) {

  @Override
  public String toString() {
    return "OutgoingMessage of " + body.length + " bytes";
  }
}
