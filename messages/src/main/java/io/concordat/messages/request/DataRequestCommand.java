package io.concordat.messages.request;

import io.concordat.messages.Command;

/** What can be asked of a data request. */
public sealed interface DataRequestCommand extends Command
    permits OpenDataRequest,
        AcceptDataRequest,
        DeclineDataRequest,
        DeliverDataRequest,
        WithdrawDataRequest {

  /** Which one. */
  DataRequestId request();

  @Override
  default String stream() {
    return request().stream();
  }
}
