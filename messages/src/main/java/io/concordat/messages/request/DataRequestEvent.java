package io.concordat.messages.request;

import io.concordat.messages.Event;

/** What happens to a data request. */
public sealed interface DataRequestEvent extends Event
    permits DataRequestOpened,
        DataRequestAccepted,
        DataRequestDeclined,
        DataRequestDelivered,
        DataRequestWithdrawn {

  /** Which one. */
  DataRequestId request();

  @Override
  default String stream() {
    return request().stream();
  }
}
